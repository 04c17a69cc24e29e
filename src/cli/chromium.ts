/**
 * The browser for tests, benchmarks and export: Chromium or Chrome as the system has it, never a download of our own.
 * Run as a script, it makes sure that there is one.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const variable = 'CHROMIUM_PATH';
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];
const places = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Options for playwright-core: no service of the browser's own talks to the network. */
export function launchOptions() {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath: chromium(), args: ['--disable-gpu', '--no-first-run', ...quiet, ...asRoot] };
}

/** Path of the browser. Throws with the command that installs one where there is none. */
export function chromium(): string {
  const found = find();
  if (found) return found;
  throw new Error(`No Chromium found on PATH and ${variable} is not set. Install it with: ${installCommand()}`);
}

function find(): string | undefined {
  const named = process.env[variable];
  if (named) {
    if (!isExecutable(named)) throw new Error(`${variable}="${named}" is not an executable file`);
    return named;
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [...onPath, ...places].find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installCommand(): string {
  if (process.platform === 'darwin') return 'brew install --cask chromium';
  if (process.platform === 'win32') return 'winget install Google.Chrome';
  if (existsSync('/etc/debian_version')) return 'sudo apt-get install --yes chromium';
  if (existsSync('/etc/fedora-release')) return 'sudo dnf install chromium';
  return `your package manager (the package is called chromium), or set ${variable}`;
}

/** On Debian as root the package is installed; elsewhere that is for the person at the keyboard to do. */
function ensure(): void {
  if (find()) return;
  const canInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!canInstall) throw new Error(`The browser tests need Chromium. Install it with: ${installCommand()}`);
  console.error('Installing Chromium (once) ...');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '--quiet'], { stdio: ['ignore', 2, 2], env: environment });
  execFileSync('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', 'chromium'], {
    stdio: ['ignore', 2, 2],
    env: environment,
  });
  chromium();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    ensure();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
