import { SetupProblem } from './problem.mjs';

const LOWEST = [20, 20];

/** Refuses a Node that is too old, in words, before anything newer than it is loaded. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major > LOWEST[0] || (major === LOWEST[0] && minor >= LOWEST[1])) return;
  throw new SetupProblem(
    `Node ${version} is too old: Paizhao needs Node ${LOWEST.join('.')} or newer.`,
    'Install Node 20.20, 22 or 24 (or "nvm install 24") and start again.',
  );
}

/** The embedded servers exist for these machines; elsewhere Paizhao runs against servers given by address. */
export function checkMachine(platform = process.platform, arch = process.arch) {
  if ((platform === 'linux' || platform === 'darwin') && (arch === 'x64' || arch === 'arm64')) return;
  throw new SetupProblem(
    `This machine (${platform} ${arch}) is not one that Paizhao can set itself up on.`,
    'Use Linux or macOS on x86-64 or arm64 (on Windows: WSL 2), or docker-compose.yml.',
  );
}
