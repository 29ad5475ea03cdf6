using GymSharp.Randomness;

namespace GymSharp.Environments.MinAtar;

/// <content>What appears, swims, meets and leaves.</content>
public sealed partial class Seaquest
{
    private static Swimmer AtTheEdge(LegacyRng rng, bool fromLeft) =>
        new(fromLeft ? 0 : Size - 1, (int)rng.RandInt(1, DeepestRow + 1), fromLeft ? 1 : -1);

    private void Spawn(LegacyRng rng)
    {
        if (enemySpawnWait == 0)
        {
            SpawnEnemy(rng);
            enemySpawnWait = enemyInterval;
        }

        if (diverSpawnWait == 0)
        {
            bool fromLeft = rng.Rand() < 1.0 / 2;
            divers.Add(AtTheEdge(rng, fromLeft) with { Wait = DiverWait });
            diverSpawnWait = DiverInterval;
        }
    }

    // Nothing comes where it would meet an enemy that swims the other way.
    private void SpawnEnemy(LegacyRng rng)
    {
        bool fromLeft = rng.Rand() < 1.0 / 2;
        bool isSubmarine = rng.Rand() < 1.0 / 3;
        Swimmer enemy = AtTheEdge(rng, fromLeft) with { Wait = enemyWait };
        if (submarines.HasOncoming(enemy.Y, enemy.Heading) || fish.HasOncoming(enemy.Y, enemy.Heading))
        {
            return;
        }

        if (isSubmarine)
        {
            submarines.Add(enemy with { Reload = EnemyReload });
        }
        else
        {
            fish.Add(enemy);
        }
    }

    private int MoveShots()
    {
        int hits = 0;
        for (int i = shots.Count - 1; i >= 0; i--)
        {
            ref Swimmer shot = ref shots[i];
            shot.X += shot.Heading;
            if (shot.IsOutside)
            {
                shots.RemoveFirstLike(i);
            }
            else if (fish.RemoveFirstAt(shot.X, shot.Y) || submarines.RemoveFirstAt(shot.X, shot.Y))
            {
                shots.RemoveFirstLike(i);
                hits++;
            }
        }

        return hits;
    }

    private void MoveDivers()
    {
        for (int i = divers.Count - 1; i >= 0; i--)
        {
            ref Swimmer diver = ref divers[i];
            if (TakeAboard(i))
            {
                continue;
            }

            if (diver.Wait > 0)
            {
                diver.Wait--;
                continue;
            }

            diver.Wait = DiverWait;
            diver.X += diver.Heading;
            if (diver.IsOutside)
            {
                divers.RemoveFirstLike(i);
            }
            else
            {
                TakeAboard(i);
            }
        }
    }

    private bool TakeAboard(int diver)
    {
        if (load >= FullLoad || !divers[diver].IsAt(x, y))
        {
            return false;
        }

        divers.RemoveFirstLike(diver);
        load++;
        return true;
    }

    // A submarine that was hit or left in this frame still fires if its time has come.
    private int MoveSubmarines()
    {
        int hits = 0;
        for (int i = submarines.Count - 1; i >= 0; i--)
        {
            int place = MoveEnemy(submarines, i, ref hits, out Swimmer moved);
            bool fires = moved.Reload == 0;
            if (fires)
            {
                enemyShots.Add(new Swimmer(moved.X, moved.Y, moved.Heading));
            }

            if (place >= 0)
            {
                submarines[place].Reload = fires ? EnemyReload : moved.Reload - 1;
            }
        }

        return hits;
    }

    private int MoveFish()
    {
        int hits = 0;
        for (int i = fish.Count - 1; i >= 0; i--)
        {
            MoveEnemy(fish, i, ref hits, out _);
        }

        return hits;
    }

    // Returns where the enemy stands in the list afterwards, or -1 when it is gone; gives its last values in any case.
    private int MoveEnemy(SwimmerList enemies, int index, ref int hits, out Swimmer moved)
    {
        ref Swimmer enemy = ref enemies[index];
        IsOver |= enemy.IsAt(x, y);
        bool moves = enemy.Wait == 0;
        enemy.Wait = moves ? enemyWait : enemy.Wait - 1;
        enemy.X += moves ? enemy.Heading : 0;
        moved = enemy;
        if (!moves)
        {
            return index;
        }

        if (moved.IsOutside)
        {
            return enemies.RemoveFirstLike(index);
        }

        if (moved.IsAt(x, y))
        {
            IsOver = true;
            return index;
        }

        if (!shots.RemoveFirstAt(moved.X, moved.Y))
        {
            return index;
        }

        hits++;
        return enemies.RemoveFirstLike(index);
    }

    private void MoveEnemyShots()
    {
        for (int i = enemyShots.Count - 1; i >= 0; i--)
        {
            ref Swimmer shot = ref enemyShots[i];
            IsOver |= shot.IsAt(x, y);
            shot.X += shot.Heading;
            IsOver |= shot.IsAt(x, y);
            if (shot.IsOutside)
            {
                enemyShots.RemoveFirstLike(i);
            }
        }
    }
}
