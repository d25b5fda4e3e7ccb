// Where cargo puts what it builds.

import { join } from 'node:path';
import { ask } from './run.mjs';

let target;

/** The path of a built program. */
export function program(name, profile = 'debug') {
  target ??= JSON.parse(ask('cargo', ['metadata', '--no-deps', '--format-version', '1']))
    .target_directory;
  return join(target, profile, process.platform === 'win32' ? `${name}.exe` : name);
}
