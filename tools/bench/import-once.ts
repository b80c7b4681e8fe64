/** One dry run of the importer in a process of its own, so that its memory is its own: prints milliseconds, rows and the most memory it held. */
import { readArgs } from '../import/args.ts';
import { dryRun } from '../import/run.ts';

const args = readArgs(process.argv.slice(2), new Date());
if (!args) throw new Error('no roster');
const started = performance.now();
const { reading, examined } = await dryRun(args);
const ms = performance.now() - started;
console.log(JSON.stringify({ ms, members: reading.members, findings: examined.findings.length, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) }));
