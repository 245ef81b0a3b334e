import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBinaries } from './binaries.js';
import { type ClusterFiles, clusterFiles, readPassword } from './cluster-files.js';
import { assertSameMajor, createCluster } from './create-cluster.js';
import { Lease, urlOf } from './lease.js';
import { findRunning, type Postmaster, startPostmaster, stopPostmaster } from './postmaster.js';
import type { Durability } from './settings.js';
import { underLock } from './start-lock.js';

export interface EmbeddedPostgresOptions {
  /** folder for the cluster, its password (mode 600), port and log; created if missing */
  dataDir: string;
  /** called with each message for the operator (one line); writes to stderr by default */
  log?: (line: string) => void;
  durability?: Durability;
}

export interface EmbeddedPostgres {
  /** connection string of an existing database, with the superuser's password; stays the same while the server keeps its port */
  readonly url: string;
  /** Stops the server, unless another process still uses it. Close your own connections first. */
  stop(): Promise<void>;
}

const RESTART_PAUSE_MS = 500;

class Supervisor implements EmbeddedPostgres {
  private files: ClusterFiles | undefined;
  private lease: Lease | undefined;
  private postmaster: Postmaster | undefined;
  private stopped = false;
  url = '';

  constructor(
    private readonly dataDir: string,
    private readonly durability: Durability,
    private readonly log: (line: string) => void,
  ) {}

  /**
   * Uses the server that already runs on this cluster, or starts one. Processes that start with the same data folder do so one after the
   * other.
   */
  async start(): Promise<void> {
    await underLock(this.dataDir, async () => {
      if (this.stopped) return;
      const files = (this.files ??= clusterFiles(this.dataDir, this.log));
      const postmaster = (await findRunning(files)) ?? (await this.startNew(files));
      const password = readPassword(files);
      this.lease = await Lease.open(postmaster.port, password, files.cluster, () => void this.recover());
      this.postmaster = postmaster;
      this.url = urlOf(postmaster.port, password);
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await underLock(this.dataDir, async () => {
      const { files, lease, postmaster } = this;
      if (!files || !lease || !postmaster) return;
      const last = await lease.isLast().catch(() => true);
      await lease.close();
      if (last) await stopPostmaster(postmaster, files.cluster);
    });
  }

  private async startNew(files: ClusterFiles): Promise<Postmaster> {
    const binaries = findBinaries(files.user, this.log);
    await createCluster(binaries, files, this.durability === 'full');
    assertSameMajor(binaries, files);
    return startPostmaster(binaries, files, this.durability);
  }

  /** Restarts a server that ended unexpectedly (killed, out of memory), on the same port if it is free. */
  private async recover(): Promise<void> {
    while (!this.stopped) {
      this.log('PostgreSQL went away; starting it again');
      try {
        return await this.start();
      } catch (error) {
        this.log((error as Error).message);
        await sleep(RESTART_PAUSE_MS, undefined, { ref: false });
      }
    }
  }
}

/**
 * Runs a private PostgreSQL on the loopback address for a data folder. If a killed process left its server running, that server is used.
 * @throws EmbeddedPostgresError when PostgreSQL cannot run on this machine; the message says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  const supervisor = new Supervisor(resolve(options.dataDir), options.durability ?? 'full', log);
  await supervisor.start();
  return supervisor;
}
