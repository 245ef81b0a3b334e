/** Cost of a phase: elapsed seconds, and CPU seconds of each process involved. */
export interface Cost {
  seconds: number;
  asking: number;
  simulator: number;
  postgres: number;
}

/** One or several processes that report the milliseconds of processor time they have used. */
export interface Worker {
  cpuTime(): number | undefined;
}

/** The simulator runs in this process. */
export const simulator: Worker = {
  cpuTime: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  },
};

/** @param work returns the seconds that it took */
export async function costOf(asking: Worker, postgres: Worker, work: () => Promise<number>): Promise<Cost> {
  const workers = [asking, simulator, postgres];
  const before = workers.map((worker) => worker.cpuTime() ?? Number.NaN);
  const seconds = await work();
  const [askingMs = 0, simulatorMs = 0, postgresMs = 0] = workers.map(
    (worker, index) => (worker.cpuTime() ?? Number.NaN) - (before[index] ?? 0),
  );
  return { seconds, asking: askingMs / 1000, simulator: simulatorMs / 1000, postgres: postgresMs / 1000 };
}

export function added(...costs: readonly Cost[]): Cost {
  const total = (part: keyof Cost) => costs.reduce((sum, cost) => sum + cost[part], 0);
  return {
    seconds: total('seconds'),
    asking: total('asking'),
    simulator: total('simulator'),
    postgres: total('postgres'),
  };
}

export function mean(...costs: readonly Cost[]): Cost {
  const { seconds, asking, simulator: simulated, postgres } = added(...costs);
  const of = (sum: number) => sum / costs.length;
  return { seconds: of(seconds), asking: of(asking), simulator: of(simulated), postgres: of(postgres) };
}

export const processorSeconds = ({ asking, simulator: simulated, postgres }: Cost): number =>
  asking + simulated + postgres;
