using GymSharp.Cli.Output;

namespace GymSharp.Cli.Benchmarks;

/// <summary>
/// How fast Stable-Baselines3 is where a Python has it: measured in this run, on PyTorch without a GPU, with one thread
/// and with one for each core; the faster of the two counts, in its fastest round.
/// </summary>
internal static class StableBaselines3Reference
{
    // The environment shows noise: only updates are timed, and memory needs something to draw.
    private const string Updates = """
        import os, sys, time, warnings
        warnings.filterwarnings("ignore")
        import gymnasium, numpy, torch, stable_baselines3

        class Noise(gymnasium.Env):
            def __init__(self, seen, done):
                self.observation_space = gymnasium.spaces.Box(-1, 1, (seen,), numpy.float32)
                self.action_space = gymnasium.spaces.Box(-1, 1, (done,), numpy.float32)
            def reset(self, *, seed=None, options=None):
                super().reset(seed=seed)
                return self.observation_space.sample(), {}
            def step(self, action):
                return self.observation_space.sample(), 0.0, False, False, {}

        name, seen, done, hidden, rows = sys.argv[1], *map(int, sys.argv[2:])
        best = 0.0
        for threads in {1, os.cpu_count()}:
            torch.set_num_threads(threads)
            model = getattr(stable_baselines3, name)(
                "MlpPolicy", Noise(seen, done), policy_kwargs={"net_arch": [hidden, hidden]}, batch_size=rows,
                buffer_size=10_000, learning_starts=100_000, train_freq=1, device="cpu", seed=0)
            model.learn(4_000)
            model.train(50, rows)
            for _ in range(40):
                begun = time.perf_counter()
                model.train(20, rows)
                best = max(best, 20 / (time.perf_counter() - begun))
        print(best)
        """;

    // Options of rl-baselines3-zoo for CartPole-v1; few of DQN's actions are random, as for most of a run.
    private const string Training = """
        import os, sys, time, warnings
        warnings.filterwarnings("ignore")
        import torch, stable_baselines3
        from stable_baselines3.common.env_util import make_vec_env
        from stable_baselines3.common.callbacks import BaseCallback

        class Clock(BaseCallback):
            round, warm, best, begun, steps = 2_048, 5_000, 0.0, None, 0
            def _on_step(self):
                if self.num_timesteps >= self.warm and self.num_timesteps - self.steps >= self.round:
                    now = time.perf_counter()
                    if self.begun is not None:
                        self.best = max(self.best, (self.num_timesteps - self.steps) / (now - self.begun))
                    self.begun, self.steps = now, self.num_timesteps
                return True

        best = 0.0
        for threads in {1, os.cpu_count()}:
            torch.set_num_threads(threads)
            if sys.argv[1] == "ppo":
                model = stable_baselines3.PPO(
                    "MlpPolicy", make_vec_env("CartPole-v1", n_envs=8, seed=0), n_steps=32, batch_size=256,
                    gae_lambda=0.8, gamma=0.98, n_epochs=20, ent_coef=0.0, learning_rate=0.001, clip_range=0.2,
                    device="cpu", seed=0)
            else:
                model = stable_baselines3.DQN(
                    "MlpPolicy", make_vec_env("CartPole-v1", n_envs=1, seed=0), learning_rate=0.0023, batch_size=64,
                    buffer_size=100_000, learning_starts=1_000, gamma=0.99, target_update_interval=10, train_freq=256,
                    gradient_steps=128, exploration_initial_eps=0.04, exploration_final_eps=0.04,
                    policy_kwargs={"net_arch": [256, 256]}, device="cpu", seed=0)
            clock = Clock()
            model.learn(30_000, callback=clock)
            best = max(best, clock.best)
        print(best)
        """;

    /// <summary>Updates per second of actors and critics with two hidden layers.</summary>
    /// <param name="python">A Python program that has it.</param>
    /// <param name="algorithm">sac or td3.</param>
    /// <param name="sizes">Numbers seen, numbers done, width of the layers, transitions per update.</param>
    /// <exception cref="UsageException">It cannot be started, or lacks it.</exception>
    public static double UpdateRate(string python, string algorithm, params IEnumerable<int> sizes) =>
        Program(python).Measure(
            Updates, [algorithm.ToUpperInvariant(), .. sizes.Select(size => $"{size}")]);

    /// <summary>Environment steps per second of a training on CartPole-v1.</summary>
    /// <param name="python">A Python program that has it.</param>
    /// <param name="algorithm">ppo or dqn.</param>
    /// <exception cref="UsageException">It cannot be started, or lacks it.</exception>
    public static double TrainingRate(string python, string algorithm) =>
        Program(python).Measure(Training, algorithm);

    private static PythonProgram Program(string python) =>
        new(python, "--stable-baselines3", "Stable-Baselines3", "stable-baselines3");
}
