using System.Collections.Concurrent;

namespace GymSharp.Atari2600;

/// <summary>
/// The routines of a cartridge. They belong to its bytes, not to a machine: all consoles with the same cartridge share
/// them.
/// </summary>
internal sealed class RoutineStore
{
    private const int MaximumStores = 64;
    private const int MaximumRoutines = 64;
    private const int Size = 4096;

    // How often the flow has to come to an address before it is worth compiling.
    private const int Threshold = 3000;

    private static readonly ConcurrentDictionary<(CartridgeType, ulong), RoutineStore> Stores = new();
    private readonly ConcurrentDictionary<int, Table> tables = new();
    private readonly Lock compiling = new();
    private int compiled;

    /// <summary>The store of a cartridge.</summary>
    /// <param name="type">Its scheme.</param>
    /// <param name="identity">A hash of its bytes.</param>
    public static RoutineStore Of(CartridgeType type, ulong identity)
    {
        if (Stores.Count >= MaximumStores)
        {
            Stores.Clear();
        }

        return Stores.GetOrAdd((type, identity), _ => new());
    }

    /// <summary>The routines for what is switched in.</summary>
    /// <param name="configuration">The cartridge's configuration.</param>
    public Table For(int configuration) => tables.TryGetValue(configuration, out Table? table)
        ? table
        : tables.GetOrAdd(configuration, new Table(this));

    /// <summary>The routines of one configuration.</summary>
    /// <param name="store">Where they belong.</param>
    internal sealed class Table(RoutineStore store)
    {
        private readonly (int Address, Func<Machine, int, int>? Run)[] routines =
            new (int, Func<Machine, int, int>?)[Size];

        private readonly int[] visits = new int[Size];

        /// <summary>The routine that can start at an address, if there is one.</summary>
        public Func<Machine, int, int>? At(int address)
        {
            ref readonly (int Address, Func<Machine, int, int>? Run) entry = ref routines[address & (Size - 1)];
            return entry.Address == address ? entry.Run : null;
        }

        /// <summary>Notes that the flow came to an address, and compiles what has become worth it.</summary>
        public void Visit(int address, AddressMap map)
        {
            if (++visits[address & (Size - 1)] == Threshold)
            {
                Compile(address, map);
            }
        }

        private void Compile(int address, AddressMap map)
        {
            lock (store.compiling)
            {
                if (At(address) is not null || store.compiled >= MaximumRoutines
                    || RoutineCompiler.Compile(map, address, known => At(known) is not null)
                        is not (Func<Machine, int, int> run, int[] entries))
                {
                    return;
                }

                store.compiled++;
                foreach (int entry in entries)
                {
                    if (routines[entry & (Size - 1)].Run is null)
                    {
                        routines[entry & (Size - 1)] = (entry, run);
                    }
                }
            }
        }
    }
}
