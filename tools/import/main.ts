import { readArgs, USAGE, UsageError, type ImportArgs } from './args.ts';
import { asJson, asTable } from './print.ts';
import { FileError } from './read-lists.ts';
import { dryRun } from './run.ts';

/**
 * `npm run -s import -- --roster F …`: judges a roster from the shell, by the same code as the console, and stores its sound rows unless `--dry-run`.
 * Exit 0: the file was read (and stored), whatever was found in it. 2: bad usage or a file that cannot be read, with a sentence on stderr.
 */
async function main(argv: readonly string[]): Promise<number> {
  let args: ImportArgs | null;
  try {
    args = readArgs(argv, new Date());
  } catch (cause) {
    if (!(cause instanceof UsageError)) throw cause;
    console.error(`${cause.message}\n\n${USAGE}`);
    return 2;
  }
  if (!args) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  try {
    if (!args.dryRun) return await store(args);
    const run = await dryRun(args);
    for (const note of run.notes) console.error(note);
    process.stdout.write(args.json ? asJson(run, args.lang) : asTable(run, args.lang));
    return 0;
  } catch (cause) {
    if (!(cause instanceof FileError)) throw cause;
    console.error(cause.message);
    return 2;
  }
}

/** What storing needs (database, modules) is loaded only when something is stored, so a dry run runs on a fresh clone. */
async function store(args: ImportArgs): Promise<number> {
  await import('../prepare.ts');
  const { storeFromShell } = await import('./store-from-shell.ts');
  return storeFromShell(args);
}

const code = await main(process.argv.slice(2));
// The package of the embedded server ends an idle process with 0 by itself; the last word is ours.
process.on('exit', () => void (process.exitCode = code));
