; Wall - a paddle, a ball and a wall of bricks for the Atari 2600, 4 KB, NTSC.
; Six rows of eighteen bricks, five balls. The upper the row, the more a brick is worth; the ball grows faster with the
; twelfth brick and at the fourth and sixth row, where the paddle shrinks too. A wall that is gone is built anew, and
; the ball starts faster.
; Left joystick: left and right move the paddle, fire serves; a ball not served for two seconds serves itself.
; RESET starts a game, also after one is over.
;
; The picture, by its 192 lines: score 3-10, ceiling 18-23, bricks 42-83, paddle 180-183. The bricks are the
; playfield, both halves written on every line; the side walls are player 0 and missile 0, the paddle is player 1, the
; ball missile 1.
;
; For those who read the memory: score $82-$84 (decimal, high byte first), lives $85, state $86.
        processor 6502
        include "vcs.inc"
        include "macros.inc"
        include "score.inc"

ROWS      = 6
ROWHIGH   = 7                   ; lines of a row: six of brick, one free
CEILING   = 18
ROOF      = 24                  ; the first line below the ceiling
WALLTOP   = 42
WALLEND   = WALLTOP+ROWS*ROWHIGH
PADDLETOP = 180
BOTTOM    = 192
BALLHIGH  = 4
LEFT      = 8
RIGHT     = 152
BRICKS    = ROWS*18
WAITING   = 0                   ; states
PLAYING   = 1                   ; the ball flies
SERVING   = 2
LOST      = 3

; A line of the wall: six playfield bytes, the right ones after the beam has passed the left ones. Y is the row, X the
; line of the row.
    MAC BRICKLINE
        sta WSYNC
        lda Shades,x
        ora hue
        sta COLUPF
        lda bricks,y
        sta PF0
        lda bricks+ROWS,y
        sta PF1
        lda bricks+2*ROWS,y
        sta PF2
        lda bricks+3*ROWS,y
        sta PF0
        lda bricks+4*ROWS,y
        sta PF1
        lda bricks+5*ROWS,y
        sta PF2
        SHOW ENAM1,balln,BALLHIGH
    ENDM

; Changes the sign of a speed, low byte first.
    MAC NEGATE
        lda #0
        sec
        sbc {1}
        sta {1}
        lda #0
        sbc {1}+1
        sta {1}+1
    ENDM

; makes a sound: frames, pitch, timbre
    MAC BEEP
        lda #{1}
        sta noise
        lda #{2}
        sta pitch
        lda #{3}
        sta timbre
    ENDM

        seg.u memory
        org $80
seed    ds 2                    ; outlives a reset
score   ds 3
lives   ds 1
state   ds 1
level   ds 1                    ; walls broken through
frame   ds 1
pause   ds 1                    ; frames left of a state
paddle  ds 1                    ; left edge of the paddle
wide    ds 1                    ; its width in pixels, 16 or 8
ballx   ds 1                    ; left edge of the ball, two pixels wide
bally   ds 1                    ; its bottom line
partx   ds 1                    ; fractions
party   ds 1
speedx  ds 2                    ; pixels a frame, low byte first, in 256ths
speedy  ds 2
pace    ds 1                    ; 0 to 5, how fast
hits    ds 1                    ; bricks struck by this ball
top     ds 1                    ; highest row struck by this ball, the lowest is 1
left    ds 1                    ; bricks left
stick   ds 1
bricks  ds 6*ROWS               ; PF0, PF1, PF2 of the left half, then of the right half, each from the lowest row up
digits  ds 12
noise   ds 1                    ; frames left of a sound
pitch   ds 1
timbre  ds 1
balln   ds 1                    ; counter of SHOW
shown   ds 1                    ; bottom line of the ball, 255 where none is shown
hue     ds 1
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
        lda #$13                ; three close copies
        sta NUSIZ0
        sta NUSIZ1
        sta VDELP0
        sta VDELP1
        lda #$0E
        sta COLUP0
        sta COLUP1
        ldx #255
        lda state
        beq .nothing
        cmp #LOST
        beq .nothing
        ldx bally
.nothing
        stx shown
        lda ballx
        clc
        adc #4
        PLACE 3
        lda #RIGHT+4
        PLACE 2
        lda #54+3
        PLACE 0
        lda #62+3
        PLACE 1
        sta WSYNC
        sta HMOVE
        lda #$06
        sta COLUPF
        lda #0
        sta CTRLPF
        AWAIT
        sta VBLANK
        sta HMCLR

; ---- lines 0 to 17: the score and the balls left
        LINES 2
        jsr DrawDigits
        sta WSYNC
        lda #$30                ; missile 0 eight pixels wide: the right wall
        sta NUSIZ0
        lda #$06
        sta COLUP0
        ldx #$15                ; missile 1 two pixels wide, player 1 twice as wide, one pixel further right
        lda wide
        cmp #16
        lda paddle
        bcc .narrow
        sbc #1
        bcs .set
.narrow ldx #$10
.set    stx NUSIZ1
        clc
        adc #3
        PLACE 1
        lda #3
        PLACE 0
        sta WSYNC
        sta HMOVE
        ldy lives
        lda #$0E
        sta COLUPF
        ldx #3
.spare  sta WSYNC
        lda Spares,y
        sta PF1
        jsr Return              ; until the beam has passed the left half
        jsr Return
        lda #0
        nop
        sta PF1
        dex
        bne .spare

; ---- lines 18 to 41: the ceiling and the room below it
        lda #$06
        sta WSYNC
        sta COLUPF
        lda #$FF
        sta PF0
        sta PF1
        sta PF2
        LINES ROOF-CEILING
        lda #0
        sta PF0
        sta PF1
        sta PF2
        lda #$FF
        sta GRP0
        sta ENAM0
        sta HMCLR
        lda shown
        sec
        sbc #ROOF
        sta balln
        ldx #WALLTOP-ROOF-1
.room   sta WSYNC
        SHOW ENAM1,balln,BALLHIGH
        dex
        bne .room
        ldy #ROWS-1
        lda Hues,y
        sta hue

; ---- lines 42 to 83: the wall, each row six lines and one between
.row    ldx #ROWHIGH-2
.brick  BRICKLINE
        dex
        bpl .brick
        IF (>.) != (>.brick)
        ERR the loop of the wall must not cross a page.
        ENDIF
        sta WSYNC
        lda #0
        sta PF0
        sta PF1
        sta PF2
        SHOW ENAM1,balln,BALLHIGH
        lda Hues-1,y
        sta hue
        dey
        bpl .row

; ---- lines 84 to 191: the open room and the paddle
        ldx #PADDLETOP-WALLEND
.open   sta WSYNC
        SHOW ENAM1,balln,BALLHIGH
        dex
        bne .open
        ldx #3
.bat    sta WSYNC
        lda #$FF
        sta GRP1
        lda BatColours,x
        sta COLUP1
        SHOW ENAM1,balln,BALLHIGH
        dex
        bpl .bat
        ldx #BOTTOM-PADDLETOP-4
.pit    sta WSYNC
        lda #0
        sta GRP1
        lda #$0E
        sta COLUP1
        SHOW ENAM1,balln,BALLHIGH
        dex
        bne .pit
        sta WSYNC

; ---- below the picture: the game itself
        lda #2
        sta VBLANK
        lda #35
        sta TIM64T
        lda #0
        sta ENAM0
        sta ENAM1
        sta GRP0
        sta GRP1
        sta GRP0                ; twice: the delayed copy too
        jsr Play
        jsr Sound
        AWAIT
        jmp Frame

; ---- before the picture: the RESET switch
Control subroutine
        lda SWCHB
        lsr
        bcs Return
        SOWSEED
        jsr NewGame
Return  rts

NewGame subroutine
        lda #0
        sta score
        sta score+1
        sta score+2
        sta level
        lda #5
        sta lives
        lda #72
        sta paddle
        jsr Build
        jmp Serve

; builds the wall
Build   subroutine
        ldx #6*ROWS-1
        lda #$FF
.all    sta bricks,x
        dex
        bpl .all
        ldx #ROWS-1
.ends   lda #$C0                ; without the side walls
        sta bricks,x
        lda #$3F
        sta bricks+5*ROWS,x
        dex
        bpl .ends
        lda #BRICKS
        sta left
        rts

; a new ball lies on the paddle
Serve   subroutine
        lda left
        bne .stands
        inc level
        jsr Build
.stands lda #SERVING
        sta state
        lda #120
        sta pause
        lda #16
        sta wide
        lda #0
        sta hits
        sta top
        ldx level
        cpx #2
        bcc .slow
        ldx #2
.slow   stx pace
Lie     lda wide
        lsr
        clc
        adc paddle
        sbc #0
        sta ballx
        lda #PADDLETOP-1
        sta bally
        rts

; ---- one frame of the game
Play    subroutine
        inc frame
        RANDOM
        READSTICK
        lda state
        beq .done
        jsr MovePaddle
        ldx state
        dex
        bne .held
        jmp MoveBall
.held   dec pause
        dex
        beq .serving
        lda pause
        bne .done
        lda lives
        bne Serve
        sta state
.done   rts
.serving
        jsr Lie
        lda pause
        beq .off
        lda stick
        and #$20
        bne .done
.off    lda #PLAYING
        sta state
        lda seed+1
        sta temp
        ldx #1
        bit seed
        bpl Launch
        inx

; the ball flies up: X the angle, 0 steep to 3 flat; temp negative to the left
Launch  subroutine
        lda pace
        asl
        asl
        sta temp2
        txa
        ora temp2
        tay
        lda FlatLow,y
        sta speedx
        lda FlatHigh,y
        sta speedx+1
        bit temp
        bpl .right
        NEGATE speedx
.right  ldy pace
        lda #0
        sec
        sbc SteepLow,y
        sta speedy
        lda #0
        sbc SteepHigh,y
        sta speedy+1
        BEEP 4,24,12
        rts

; two or three pixels, by turns
MovePaddle subroutine
        lda #RIGHT
        sec
        sbc wide
        sta temp                ; as far right as it can go
        lda frame
        lsr
        bit stick
        bvs .right
        lda paddle
        sbc #2
        cmp #LEFT
        bcs .moved
        lda #LEFT
        bne .moved
.right  bmi .done
        lda paddle
        adc #2
        cmp temp
        bcc .moved
        lda temp
.moved  sta paddle
.done   rts

; the ball moves, and bounces off the walls
MoveBall subroutine
        lda partx
        clc
        adc speedx
        sta partx
        lda ballx
        adc speedx+1
        sta ballx
        cmp #LEFT
        bcs .right
        lda #LEFT
        bne .side
.right  cmp #RIGHT-1
        bcc .up
        lda #RIGHT-2
.side   sta ballx
        NEGATE speedx
        BEEP 2,31,12
.up     lda party
        clc
        adc speedy
        sta party
        lda bally
        adc speedy+1
        sta bally
        bit speedy+1
        bpl .down
        cmp #ROOF+BALLHIGH-1
        bcs .rising
        lda #ROOF+BALLHIGH-1
        sta bally
        NEGATE speedy
        BEEP 2,31,12
        rts
.rising sbc #BALLHIGH-1
        jmp StrikeWall
.down   jsr StrikeWall
        bit speedy+1
        bmi .done               ; it bounced off a brick
        lda bally
        cmp #PADDLETOP-1
        bcc .done
        cmp #PADDLETOP+6
        bcs .below
        lda ballx
        sec
        sbc paddle
        clc
        adc #1
        sta temp                ; 0 to the width: where it struck
        lda wide
        cmp temp
        bcc .done
        cmp #16
        lda temp
        bcc .part
        lsr
.part   pha
        lda #PADDLETOP-1
        sta bally
        lda left
        bne .stands
        inc level
        jsr Build
.stands pla
        tay
        ldx Angles,y
        lda speedx+1
        cpy #4
        beq .aimed
        lda #0
        bcs .aimed
        lda #$80
.aimed  sta temp
        jmp Launch
.below  cmp #BOTTOM+2
        bcc .done
        dec lives
        lda #LOST
        sta state
        lda #40
        sta pause
        BEEP 30,20,8
.done   rts

; strikes the brick at the ball's column and line A, and turns the ball
StrikeWall subroutine
        sec
        sbc #WALLTOP
        cmp #ROWS*ROWHIGH
        bcs .done
        ldy #ROWS-1
.row    cmp #ROWHIGH
        bcc .found
        sbc #ROWHIGH
        dey
        bpl .row
.found  lda ballx
        sec
        sbc #LEFT-1
        lsr
        lsr
        lsr
        tax
        lda Masks,x
        sta temp
        tya
        clc
        adc Arrays,x
        tax
        lda bricks,x
        and temp
        beq .done
        eor bricks,x
        sta bricks,x
        dec left
        sty temp2
        NEGATE speedy
        lda Pitches,y
        sta pitch
        lda #4
        sta noise
        lda #12
        sta timbre
        lda Points,y
        ldy #0
        jsr AddScore
        inc hits
        lda hits
        cmp #12
        bne .rows
        jsr Faster
.rows   ldy temp2
        iny
        cpy top
        bcc .done
        beq .done
        lda top
        sty top
        cpy #4
        bcc .done
        cmp #4
        bcs .high
        jsr Faster
        ldy top
.high   cpy #6
        bne .done
        lda #8
        sta wide
        jmp Faster
.done   rts

Faster  subroutine
        lda pace
        cmp #4
        bcs .done
        inc pace
.done   rts

AddScore subroutine
        ADDTOSCORE
        rts

Sound   subroutine
        ldx #0
        lda noise
        beq .silent
        dec noise
        lda pitch
        sta AUDF0
        lda timbre
        sta AUDC0
        ldx #6
.silent stx AUDV0
        rts

; ---- tables
Hues    .byte $80,$B0,$C0,$10,$30,$40           ; from the lowest row up
Points  .byte $01,$02,$03,$04,$05,$07
Pitches .byte 20,18,16,14,12,10
Shades  .byte $04,$06,$08,$08,$0A,$0C
BatColours
        .byte $94,$96,$98,$9C
Spares  .byte 0,0,$80,$A0,$A8,$AA
Angles  .byte 3,2,1,0,0,0,1,2,3
; the byte and the bits of a brick, by its column
Arrays  .byte 0*ROWS,1*ROWS,1*ROWS,1*ROWS,1*ROWS,2*ROWS,2*ROWS,2*ROWS,2*ROWS
        .byte 3*ROWS,3*ROWS,4*ROWS,4*ROWS,4*ROWS,4*ROWS,5*ROWS,5*ROWS,5*ROWS
Masks   .byte $C0,$C0,$30,$0C,$03,$03,$0C,$30,$C0
        .byte $30,$C0,$C0,$30,$0C,$03,$03,$0C,$30
; lines a frame by pace, in 256ths, and pixels a frame by pace and angle
SteepLow
        .byte <320,<416,<512,<608,<704
SteepHigh
        .byte >320,>416,>512,>608,>704
FlatLow .byte <80,<160,<256,<352
        .byte <104,<208,<333,<458
        .byte <128,<256,<410,<563
        .byte <152,<304,<486,<669
        .byte <176,<352,<563,<774
FlatHigh
        .byte >80,>160,>256,>352
        .byte >104,>208,>333,>458
        .byte >128,>256,>410,>563
        .byte >152,>304,>486,>669
        .byte >176,>352,>563,>774
        SCOREPART

        org $FFFC
        .word Start,Start
