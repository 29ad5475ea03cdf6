; Laser Invaders - a fixed shooter for the Atari 2600, 4 KB, NTSC.
; Thirty invaders march, turn at the edges, drop and fire; four bunkers crumble; a saucer crosses now and then. The
; invaders of wave 2 count double, those of wave 3 three times, all later ones four times.
; Left joystick: left and right move the cannon, fire shoots. RESET starts a game, also after one is over.
;
; The picture, by its 192 lines: score 3-10, saucer 14-21, invaders from 22 on, bunkers 136-151, cannon 160-169,
; ground 170-171, cannons left and wave 176-183. The invaders of a row are the three copies of each player; a row
; that has lost some shows fewer copies and starts at the first one left. The laser is the ball, the bombs are the
; missiles: they fall only below the invaders, where the players need no copies.
;
; For those who read the memory: score $82-$84 (decimal, high byte first), lives $85, state $86.
        processor 6502
        include "vcs.inc"
        include "macros.inc"
        include "score.inc"

ROWS      = 5
PITCH     = 18                  ; lines from one row to the next: 8 between, 10 of invader
FIELDTOP  = 22
SAUCERTOP = 14
BUNKERTOP = 136
BUNKEREND = 152
CANNONTOP = 160
CANNONEND = 170
DROP      = 4
LEFTEDGE  = 6
RIGHTEDGE = 154
LASERHIGH = 8
LASERFAST = 4
BOMBHIGH  = 6
FIRSTX    = 36
WAITING   = 0                   ; states
PLAYING   = 1
HIT       = 2
CLEARED   = 3

; a line of the bunkers, with bomb {2} by its register {1}. The right half mirrors the left one, so the second half of
; PF2 must be written at cycle 48 exactly, between the two that it belongs to.
    MAC BUNKERLINE
        sta WSYNC
        lda bunkers,y
        sta PF1
        lda bunkers+4,y
        sta PF2
        SHOW ENABL,lasern,LASERHIGH
        ldx bunkers+8,y
        SHOW {1},{2},BOMBHIGH/2
        lda temp                ; three cycles
        stx PF2
        lda bunkers+12,y
        sta PF1
    ENDM

        seg.u memory
        org $80
seed    ds 2                    ; outlives a reset
score   ds 3
lives   ds 1
state   ds 1
wave    ds 1
frame   ds 1
pause   ds 1                    ; frames left in the states HIT and CLEARED
cannon  ds 1                    ; left edge of the cannon
column  ds 1                    ; left edge of the first column of invaders; below zero when columns are gone
height  ds 1                    ; lines from FIELDTOP to the formation
heading ds 1                    ; 2 or -2
step    ds 1                    ; frames until the next step
pose    ds 1                    ; bit 0: which of the two shapes
alive   ds 1                    ; invaders left
rows    ds 1                    ; rows down to the last one that holds an invader
ranks   ds ROWS                 ; six bits a row, D0 the first column
laserx  ds 1
lasery  ds 1                    ; bottom line of the laser; 255 no laser
flash   ds 1                    ; frames left of the burst where the laser struck
bombx   ds 2
bomby   ds 2                    ; bottom line of a bomb; 255 no bomb
bombpart ds 1                   ; fraction of a line
saucer  ds 1                    ; left edge; 255 no saucer
saucerd ds 1                    ; 1 or -1
stick   ds 1                    ; joystick and button of the frame before
bunkers ds 16                   ; four bunkers of four rows, as playfield bytes
tone    ds 1                    ; which of the four notes of the march
march   ds 1                    ; frames left of a note
noise   ds 1                    ; frames left of the effect on channel 1
effect  ds 1                    ; 0 laser, 1 invader struck, 2 cannon struck
digits  ds 12
lasern  ds 1                    ; counters of SHOW
bombn   ds 2
line    ds 1
row     ds 1
x0      ds 1
x1      ds 1
mask0   ds 1
mask1   ds 1
shape   ds 2
hue     ds 1
y0      ds 1
wreck   ds 1                    ; low byte of the cannon's shape
temp    ds 1
temp2   ds 1
        IF . > $F8
        ERR no room for the stack.
        ENDIF

        seg code
        org $F000

Start   sei
        cld
        SOWSEED
        CLEARFROM $82
        jsr NewGame
        lda #WAITING
        sta state

Frame   TOPOFFRAME
        jsr Control
        SETDIGITS
        lda #3
        sta NUSIZ0
        sta NUSIZ1
        sta VDELP0
        sta VDELP1
        lda #$0E
        sta COLUP0
        sta COLUP1
        lda #$11
        sta CTRLPF              ; mirrored, ball two wide
        lda laserx
        ldx flash
        beq .thin
        lda #$31
        sta CTRLPF              ; the burst: eight wide
        lda laserx
        sec
        sbc #3
.thin   clc
        adc #4
        PLACE 4
        lda bombx
        clc
        adc #4
        PLACE 2
        lda bombx+1
        clc
        adc #4
        PLACE 3
        lda #54+3
        PLACE 0
        lda #62+3
        PLACE 1
        sta WSYNC
        sta HMOVE
        lda #$1E
        ldx flash
        beq .glow
        lda frame
        asl
        asl
        ora #$0A
.glow   sta COLUPF
        lda #0
        sta HMCLR
        AWAIT
        sta VBLANK

; ---- lines 0 to 13: the score, and the saucer's place
        LINES 2
        jsr DrawDigits
        sta WSYNC
        lda #$05
        sta NUSIZ0              ; the saucer is drawn twice as wide
        lda saucer
        cmp #255
        bne .there
        lda #150
.there  clc
        adc #2
        PLACE 0
        sta WSYNC
        sta HMOVE
        lda lasery
        sec
        sbc #SAUCERTOP-1
        sta lasern
        lda #$46
        sta COLUP0
        lda #0
        ldx saucer
        cpx #255
        beq .none
        lda #$FF
.none   sta mask0
        sta HMCLR

; ---- lines 14 to 22: the saucer
        ldy #7
.saucer sta WSYNC
        lda Saucer,y
        and mask0
        sta GRP0
        lda SaucerColours,y
        sta COLUP0
        SHOW ENABL,lasern,LASERHIGH
        dey
        bpl .saucer
        sta WSYNC
        lda #0
        sta GRP0
        SHOW ENABL,lasern,LASERHIGH
        ldx height
        beq .rows
.above  sta WSYNC
        SHOW ENABL,lasern,LASERHIGH
        dex
        bne .above
.rows   lda height
        clc
        adc #FIELDTOP
        sta line
        lda #0
        sta row
        lda rows
        bne Rank
        jmp .below

; ---- a row of invaders: eight lines to get ready, ten to draw
Rank    sta WSYNC
        lda #0
        sta GRP0
        sta GRP1
        SHOW ENABL,lasern,LASERHIGH
        ldx row
        lda ranks,x
        and #7
        tay
        lda Copies,y
        sta NUSIZ0
        lda Present,y
        sta mask0
        lda First,y
        clc
        adc column
        and mask0
        clc
        adc #3
        sta x0
        sta WSYNC
        SHOW ENABL,lasern,LASERHIGH
        lda ranks,x
        lsr
        lsr
        lsr
        tay
        lda Copies,y
        sta NUSIZ1
        lda Present,y
        sta mask1
        lda First,y
        clc
        adc #48
        clc
        adc column
        and mask1
        clc
        adc #3
        tay
        lda x0
        PLACE 0
        tya
        PLACE 1
        sta WSYNC
        sta HMOVE
        lda line
        clc
        adc #4
        sta temp
        lda lasery
        sec
        sbc temp
        sta lasern
        SHOW ENABL,lasern,LASERHIGH
        sta WSYNC
        SHOW ENABL,lasern,LASERHIGH
        lda pose
        lsr
        lda RankShapes,x
        bcc .first
        adc #9                  ; and the carry: ten bytes on
.first  sta shape
        lda #>Shapes
        sta shape+1
        sta WSYNC
        SHOW ENABL,lasern,LASERHIGH
        sta HMCLR
        lda RankHues,x
        sta hue
        lda line
        clc
        adc #PITCH
        sta line
        sta WSYNC
        SHOW ENABL,lasern,LASERHIGH
        ldy #9
.invader
        lda (shape),y
        and mask1
        tax
        lda (shape),y
        and mask0
        sta WSYNC
        sta GRP0
        stx GRP1
        lda Gradient,y
        ora hue
        sta COLUP0
        sta COLUP1
        SHOW ENABL,lasern,LASERHIGH
        dey
        bpl .invader
        inc row
        lda row
        cmp rows
        beq .below
        jmp Rank

; ---- two lines to get ready for what falls, then empty lines down to the bunkers
.below  sta WSYNC
        lda #0
        sta GRP0
        sta GRP1
        SHOW ENABL,lasern,LASERHIGH
        lda #$10                ; missiles two wide
        sta NUSIZ0
        sta NUSIZ1
        lda #$3C
        sta COLUP0
        lda #$4A
        sta COLUP1
        ldx line
        inx
        inx
        stx temp
        sta WSYNC
        SHOW ENABL,lasern,LASERHIGH
        jsr AimBombs
        cpx #BUNKERTOP-1
        bcc .falling
        jmp .open
.falling
        cpx #BUNKERTOP-2
        beq .bunkers
        jsr Sky
        jmp .falling

; ---- lines 135 to 152: the bunkers, in whose lines a bomb is seen to move by two
.bunkers
        jsr Sky
        lsr bombn
        lsr bombn+1
        lda #$C8
        sta COLUPF
        ldy #0
        sty temp
        jmp DrawBunkers
BunkersDrawn
        SHOW ENABL,lasern,LASERHIGH
        lda bomby
        sec
        sbc #BUNKEREND
        sta bombn
        lda bomby+1
        sec
        sbc #BUNKEREND
        sta bombn+1
        ldx #BUNKEREND

; ---- empty lines down to the cannon
.open   lda #$1E
        sta COLUPF
.still  jsr Sky
        cpx #CANNONTOP-3
        bne .still
        ldx #0
        lda state
        beq .hidden
        dex
.hidden stx mask0
        lda cannon
        clc
        adc #3
        PLACE 0
        sta WSYNC
        sta HMOVE
        lda lasery
        sec
        sbc #CANNONTOP-1
        sta lasern
        ldx #CANNONTOP-1
        stx temp
        jsr AimBombs
        lda wreck
        sta shape

; ---- lines 160 to 169: the cannon
        ldy #9
.cannon sta WSYNC
        lda (shape),y
        and mask0
        sta GRP0
        lda CannonColours,y
        sta COLUP0
        SHOW ENABL,lasern,LASERHIGH
        SHOW ENAM0,bombn,BOMBHIGH
        SHOW ENAM1,bombn+1,BOMBHIGH
        dey
        bpl .cannon

; ---- lines 170 to 191: the ground, the cannons left, the number of the wave
        sta WSYNC
        lda #$FF
        sta PF0
        sta PF1
        sta PF2
        lda #$C8
        sta COLUPF
        lda #0
        sta GRP0
        sta ENAM0
        sta ENAM1
        sta ENABL
        ldy lives
        ldx #$C4
        sta WSYNC
        stx COLUPF
        sta HMCLR
        lda SpareMasks,y
        sta mask0
        lda SpareCopies,y
        sta NUSIZ0
        lda #0
        sta NUSIZ1
        sta WSYNC
        sta PF0
        sta PF1
        sta PF2
        lda #$C8
        sta COLUP0
        lda #$86
        sta COLUP1
        lda #16+3
        PLACE 0
        lda #136+3
        PLACE 1
        sta WSYNC
        sta HMOVE
        lda wave
        cmp #9
        bcc .named
        lda #8
.named  asl
        asl
        asl
        adc #<(Digits+8)        ; waves count from 1
        sta shape
        lda #>Digits
        sta shape+1
        ldy #7
.left   sta WSYNC
        lda Spare,y
        and mask0
        sta GRP0
        lda (shape),y
        sta GRP1
        dey
        bpl .left
        sta WSYNC
        lda #0
        sta GRP0
        sta GRP1
        sta GRP0                ; thrice: the delayed copies too
        sta HMCLR
        LINES 8

; ---- below the picture: the game itself
        lda #2
        sta VBLANK
        lda #35
        sta TIM64T
        jsr Play
        jsr Sound
        AWAIT
        jmp Frame

; an empty line; X counts
Sky     subroutine
        sta WSYNC
        inx
        SHOW ENABL,lasern,LASERHIGH
        SHOW ENAM0,bombn,BOMBHIGH
        SHOW ENAM1,bombn+1,BOMBHIGH
        rts

; sets the counters of the bombs on the line that stands in temp
AimBombs subroutine
        lda bomby
        sec
        sbc temp
        sta bombn
        lda bomby+1
        sec
        sbc temp
        sta bombn+1
        rts

; ---- before the picture: the RESET switch
Control subroutine
        lda SWCHB
        lsr
        bcs .done
        SOWSEED
        jsr NewGame
.done   rts

NewGame subroutine
        lda #0
        sta score
        sta score+1
        sta score+2
        sta wave
        lda #3
        sta lives
        lda #PLAYING
        sta state
NewWave lda #$3F
        ldx #ROWS-1
.rank   sta ranks,x
        dex
        bpl .rank
        ldx #15
.block  txa
        and #3
        tay
        lda Bunker,y
        sta bunkers,x
        dex
        bpl .block
        lda #ROWS
        sta rows
        lda #30
        sta alive
        lda #FIRSTX
        sta column
        lda #2
        sta heading
        lda #16
        sta step
        ldx wave
        cpx #5
        bcc .deep
        ldx #5
.deep   lda Heights,x
        sta height
        lda #255
        sta saucer
Revive  lda #76
        sta cannon
Disarm  lda #255
        sta lasery
        sta bomby
        sta bomby+1
        lda #0
        sta flash
        lda #<Cannon
        sta wreck
        rts

; ---- one frame of the game
Play    subroutine
        inc frame
        RANDOM
        READSTICK
        ldx state
        beq .done
        dex
        beq .playing
        dec pause
        dex
        beq .hit
        lda pause
        bne .done
        inc wave
        lda #PLAYING
        sta state
        jmp NewWave
.hit    lda pause
        beq .again
        and #8
        bne .other
        lda #<Wreck0
        sta wreck
        rts
.other  lda #<Wreck1
        sta wreck
        rts
.again  lda lives
        beq .over
        lda #PLAYING
        sta state
        jmp Revive
.over   sta state
        jmp Disarm
.playing
        jsr MoveCannon
        jsr MoveLaser
        jsr MoveSaucer
        jsr MoveBombs
        jmp MoveInvaders
.done   rts

; moves one or two pixels, by turns, and fires
MoveCannon subroutine
        lda frame
        lsr                     ; the carry: the second pixel of odd frames
        bit stick
        bvs .right
        lda cannon
        bcs .left
        adc #1
        sec
.left   sbc #2
        cmp #8
        bcs .moved
        lda #8
        bne .moved
.right  bmi .fire
        lda cannon
        adc #1
        cmp #144
        bcc .moved
        lda #144
.moved  sta cannon
.fire   lda stick
        and #$20
        bne .done
        lda lasery
        cmp #255
        bne .done
        lda #CANNONTOP+1
        sta lasery
        lda cannon
        clc
        adc #3
        sta laserx
        lda #0
        ldx #12
        jmp MakeNoise
.done   rts

; the laser flies and strikes
MoveLaser subroutine
        lda flash
        beq .fly
        dec flash
        bne .done
.gone   lda #255
        sta lasery
.done   rts
.fly    lda lasery
        cmp #255
        beq .done
        sec
        sbc #LASERFAST
        sta lasery
        cmp #SAUCERTOP+8
        bcc .gone
        sbc #LASERHIGH-1
        sta y0                  ; the tip
        ldx laserx
        jsr StrikeBunker
        bcs .gone
        lda y0
        cmp #FIELDTOP
        bcs .rows
        ldx saucer
        inx
        beq .rows
        lda laserx
        sec
        sbc saucer
        cmp #16
        bcs .rows
        lda #255
        sta saucer
        lda #0
        ldy #1
        jmp .struck
.rows   lda y0
        sec
        sbc #FIELDTOP+8
        bcc .done
        sbc height
        bcc .done
        ldx #0
.row    cpx rows
        bcs .done
        cmp #PITCH
        bcc .which
        inx
        sbc #PITCH
        bcs .row
.which  cmp #10
        bcs .done
        lda laserx
        sbc column              ; and one more: the carry is clear
        clc
        adc #2
        cmp #96
        bcs .done
        tay
        and #15
        cmp #9
        bcs .done
        tya
        lsr
        lsr
        lsr
        lsr
        tay
        lda Bits,y
        and ranks,x
        beq .done
        eor ranks,x
        sta ranks,x
        dec alive
        bne .more
        lda #CLEARED
        sta state
        lda #50
        sta pause
.more   lda RankPoints,x
        ldy #0
.struck sta temp
        sty temp2
        ldx wave
        cpx #3
        bcc .again
        ldx #3
.again  lda temp
        ldy temp2
        jsr AddScore
        dex
        bpl .again
        lda #8
        sta flash
        lda #1
        ldx #16
        jmp MakeNoise

; adds Y hundreds and A to the score
AddScore subroutine
        ADDTOSCORE
        rts

; takes a block out of a bunker at column X, line A; carry set where there was one
StrikeBunker subroutine
        sec
        sbc #BUNKERTOP
        cmp #BUNKEREND-BUNKERTOP
        bcs .missed
        lsr
        lsr
        sta temp2
        txa
        sec
        sbc #15                 ; the right pixel of two
        cmp #128
        bcs .missed
        lsr
        lsr
        tax
        and #7
        tay
        txa
        lsr
        lsr
        lsr
        tax                     ; which bunker
        lsr
        lda Bits,y
        bcs .mask
        lda BitsMirrored,y
.mask   sta temp
        txa
        asl
        asl
        ora temp2
        tax
        lda temp
        and bunkers,x
        beq .missed
        eor bunkers,x
        sta bunkers,x
        sec
        rts
.missed clc
        rts

; the saucer crosses
MoveSaucer subroutine
        lda saucer
        cmp #255
        beq .wait
        clc
        adc saucerd
        cmp #145
        bcc .on
        lda #255
.on     sta saucer
        rts
.wait   lda frame
        bne .done
        bit seed
        bmi .done
        ldx #1
        lda #0
        bvs .from
        ldx #-1
        lda #144
.from   stx saucerd
        sta saucer
.done   rts

; the bombs fall, and new ones are dropped by the lowest row
MoveBombs subroutine
        ldy wave
        cpy #6
        bcc .fast
        ldy #6
.fast   lda BombSpeeds,y
        clc
        adc bombpart
        sta bombpart
        lda #1
        adc #0
        bit SWCHB
        bvc .easy
        adc #1
.easy   sta x1                  ; lines to fall
        ldx #1
.bomb   stx x0
        lda bomby,x
        cmp #255
        bne .falls
        jsr DropBomb
        jmp .next
.falls  clc
        adc x1
        sta bomby,x
        cmp #CANNONEND+2
        bcs .gone
        tay
        lda bombx,x
        tax
        tya
        sty y0
        jsr StrikeBunker
        ldx x0
        bcs .gone
        lda y0
        cmp #CANNONTOP+3
        bcc .next
        lda bombx,x
        sec
        sbc cannon
        clc
        adc #1
        cmp #9
        bcs .next
        lda lives
        sec
        sbc #1
        jmp LoseCannon
.gone   lda #255
        sta bomby,x
.next   ldx x0
        dex
        bpl .bomb
        rts

; Bomb X may be dropped by the lowest row: three times out of four by the invader above the cannon, if there is one.
DropBomb subroutine
        lda seed,x
        and #1
        bne .done
        lda seed,x
        and #$18
        beq .any
        lda cannon
        adc #4
        sec
        sbc column
        cmp #96
        bcs .any
        lsr
        lsr
        lsr
        lsr
        bpl .column
.any    lda seed,x
        lsr
        lsr
        lsr
        lsr
        lsr
        cmp #6
        bcs .done
.column tay
        sty temp
        lda Bits,y
        ldy rows
        beq .done
        and ranks-1,y
        beq .done
        lda temp
        asl
        asl
        asl
        asl
        adc column
        clc
        adc #3
        sta bombx,x
        lda Depths,y
        clc
        adc height
        adc #FIELDTOP+BOMBHIGH
        sta bomby,x
.done   rts

; A cannons are left; none: the game is over when the wreck has burnt
LoseCannon subroutine
        sta lives
        lda #HIT
        sta state
        lda #80
        sta pause
        jsr Disarm
        lda #2
        ldx #60
        jmp MakeNoise

; the march: a step every few frames, faster with every invader lost; at the edges they turn and drop
MoveInvaders subroutine
        ldx rows
.lowest beq .done
        lda ranks-1,x
        bne .known
        dex
        jmp .lowest
.known  stx rows
        dec step
        bne .done
        lda alive
        lsr
        sec
        sbc wave
        beq .quick
        bcs .pace
.quick  lda #1
.pace   clc
        adc #1
        sta step
        inc pose
        inc tone
        lda #5
        sta march
        lda ranks
        ora ranks+1
        ora ranks+2
        ora ranks+3
        ora ranks+4
        sta temp                ; columns that hold an invader
        lda heading
        bmi .leftward
        ldx #5
.last   lda Bits,x
        and temp
        bne .right
        dex
        bpl .last
.right  txa
        asl
        asl
        asl
        asl
        adc column
        cmp #RIGHTEDGE-9
        bcs .turn
.walk   lda column
        clc
        adc heading
        sta column
.done   rts
.leftward
        ldx #0
.gap    lda Bits,x
        and temp
        bne .left
        inx
        cpx #6
        bne .gap
.left   txa
        asl
        asl
        asl
        asl
        clc
        adc column
        cmp #LEFTEDGE+2
        bcs .walk
.turn   lda #0
        sec
        sbc heading
        sta heading
        lda height
        clc
        adc #DROP
        tax
        ldy rows
        adc Depths,y
        adc #FIELDTOP
        cmp #CANNONTOP-5
        bcs .landed
        stx height
        cmp #BUNKERTOP-3
        bcc .done
        lda #0
        ldx #15
.trample
        sta bunkers,x
        dex
        bpl .trample
        rts
.landed lda #0
        jmp LoseCannon

; ---- sound
MakeNoise subroutine
        sta effect
        stx noise
        rts

Sound   subroutine
        ldx #0
        lda state
        beq .quiet
        lda march
        beq .saucer
        dec march
        lda tone
        and #3
        tay
        lda Notes,y
        sta AUDF0
        lda #6
        sta AUDC0
        ldx #8
        bne .quiet
.saucer ldy saucer
        iny
        beq .quiet
        lda frame
        and #7
        clc
        adc #6
        sta AUDF0
        lda #4
        sta AUDC0
        ldx #3
.quiet  stx AUDV0
        ldx #0
        lda noise
        beq .silent
        dec noise
        ldy effect
        cpy #2
        bne .high
        lsr
        lsr
.high   eor #$1F
        sta AUDF1
        lda Timbres,y
        sta AUDC1
        ldx #7
        lda noise
        cmp #8
        bcs .silent
        lsr
        tax
.silent stx AUDV1
        rts

; ---- tables
Copies  .byte 0,0,0,1,0,2,1,3           ; by the three invaders of a player: how many copies, how far apart
First   .byte 0,0,16,0,32,0,16,0        ; where the first one stands
Present .byte 0,$FF,$FF,$FF,$FF,$FF,$FF,$FF
Bits    .byte 1,2,4,8,$10,$20,$40,$80
BitsMirrored
        .byte $80,$40,$20,$10,8,4,2,1
Depths  .byte 0,PITCH,2*PITCH,3*PITCH,4*PITCH,5*PITCH
Heights .byte 8,12,16,16,20,20
BombSpeeds
        .byte 128,160,192,208,224,240,255
RankPoints
        .byte $30,$20,$15,$10,$05
RankShapes
        .byte <Squid0,<Crab0,<Crab0,<Jelly0,<Jelly0
RankHues
        .byte $40,$60,$80,$B0,$D0
Bunker  .byte %00011000,%00111100,%00111100,%00100100
SpareMasks
        .byte 0,0,$FF,$FF
SpareCopies
        .byte 0,0,0,1
Notes   .byte 24,26,28,30
Timbres .byte 4,8,8

        align 256
Shapes
Squid0  .byte %10000001
        .byte %01000010
        .byte %00100100
        .byte %01111110
        .byte %11111111
        .byte %11011011
        .byte %11011011
        .byte %01111110
        .byte %00111100
        .byte %00011000
Squid1  .byte %01100110
        .byte %10011001
        .byte %01011010
        .byte %01111110
        .byte %11111111
        .byte %11011011
        .byte %11011011
        .byte %01111110
        .byte %00111100
        .byte %00011000
Crab0   .byte %00011000
        .byte %10100101
        .byte %10111101
        .byte %11111111
        .byte %11111111
        .byte %11011011
        .byte %01111110
        .byte %00111100
        .byte %01000010
        .byte %10000001
Crab1   .byte %10000001
        .byte %01000010
        .byte %00111100
        .byte %01111110
        .byte %11111111
        .byte %11011011
        .byte %11111111
        .byte %10111101
        .byte %10100101
        .byte %00100100
Jelly0  .byte %01000010
        .byte %11000011
        .byte %01100110
        .byte %00111100
        .byte %11111111
        .byte %10011001
        .byte %10011001
        .byte %11111111
        .byte %01111110
        .byte %00111100
Jelly1  .byte %11011011
        .byte %01100110
        .byte %00100100
        .byte %01111110
        .byte %11111111
        .byte %10011001
        .byte %10011001
        .byte %11111111
        .byte %01111110
        .byte %00111100
Cannon  .byte %10000001
        .byte %11011011
        .byte %11111111
        .byte %11111111
        .byte %11111111
        .byte %01111110
        .byte %00111100
        .byte %00011000
        .byte %00011000
        .byte %00011000
Wreck0  .byte %10111101
        .byte %11011011
        .byte %11111111
        .byte %01101110
        .byte %10111101
        .byte %01011010
        .byte %00110100
        .byte %10001101
        .byte %00100010
        .byte %10010000
Wreck1  .byte %11011011
        .byte %11111111
        .byte %01011110
        .byte %11011010
        .byte %01101001
        .byte %00100100
        .byte %10010010
        .byte %00101001
        .byte %10000010
        .byte %00001000
Gradient
        .byte $04,$06,$08,$0A,$0C,$0E,$0E,$0C,$0A,$08
CannonColours
        .byte $C4,$C6,$C8,$CA,$CC,$CA,$C8,$C8,$CA,$CC
Saucer  .byte %00011000
        .byte %00100100
        .byte %01111110
        .byte %11111111
        .byte %10110101
        .byte %01111110
        .byte %00111100
        .byte %00011000
Spare   .byte %10000001
        .byte %11011011
        .byte %11111111
        .byte %11111111
        .byte %01111110
        .byte %00111100
        .byte %00011000
        .byte %00011000
SaucerColours
        .byte $42,$44,$46,$48,$4A,$4C,$4E,$4E
        SCOREPART

; the lines of the bunkers, here because their loop must not cross a page either
DrawBunkers subroutine
        BUNKERLINE ENAM0,bombn
        BUNKERLINE ENAM1,bombn+1
        inc temp
        lda temp
        lsr
        tay
        cpy #4
        bne DrawBunkers
        IF (>.) != (>DrawBunkers)
        ERR the loop of the bunkers must not cross a page.
        ENDIF
        sta WSYNC
        lda #0
        sta PF1
        sta PF2
        jmp BunkersDrawn

        org $FFFC
        .word Start,Start
