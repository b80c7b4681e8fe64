import type { Database } from '@anyam/server-kit';

/** Reads of programmes and their rule sets. The area is judged by the service: a programme belongs to a whole regency. */
export function programmeRepository({ prisma }: Database) {
  return {
    list: (fiscalYear?: number) =>
      prisma.programme.findMany({
        where: fiscalYear === undefined ? {} : { fiscalYear },
        orderBy: [{ fiscalYear: 'desc' }, { name: 'asc' }],
        take: 500,
      }),
    find: (id: string) => prisma.programme.findUnique({ where: { id } }),
    versions: (programmeId: string) => prisma.ruleSet.findMany({ where: { programmeId }, orderBy: { version: 'desc' }, take: 1000 }),
    ruleSet: (id: string) => prisma.ruleSet.findUnique({ where: { id } }),
    inForce: (programmeId: string, on: string) =>
      prisma.ruleSet.findFirst({
        where: { programmeId, validFrom: { lte: new Date(on) } },
        orderBy: [{ validFrom: 'desc' }, { version: 'desc' }],
      }),
    latestVersions: (programmeIds: string[]) =>
      prisma.ruleSet.groupBy({ by: ['programmeId'], where: { programmeId: { in: programmeIds } }, _max: { version: true } }),
    /** Programmes of a regency, newest year first, the year of the day before all others. */
    async ofRegency(regencyCode: string, year: number) {
      const all = await prisma.programme.findMany({ where: { regencyCode }, orderBy: [{ fiscalYear: 'desc' }, { createdAt: 'desc' }], take: 100 });
      return [...all.filter((p) => p.fiscalYear === year), ...all.filter((p) => p.fiscalYear !== year)];
    },
  };
}
