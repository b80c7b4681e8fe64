import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { mayReadFile, type Context, type HoldsFiles } from '@anyam/contract-kit';
import { sha256Hex, type Kit } from '@anyam/server-kit';
import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { json } from './http.ts';

export const FILE_LIMIT = 5 * 1024 * 1024;
const ALLOWED = new Set([
  'image/jpeg', 'image/png', 'image/webp', 'application/pdf',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
]);
/** Who may hand a file in. Who may read it is told by the records that hold it. */
const WRITERS = new Set(['admin', 'operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'pendamping', 'pengurus']);

/** POST /files?name=… with the bytes as body; answers {id, sha256}. GET /files/:id gives the bytes back. */
export function fileRoutes(kit: Kit, contextOf: (req: IncomingMessage, res: ServerResponse) => Promise<Context>) {
  return (req: IncomingMessage, res: ServerResponse): void => {
    answer(req, res).catch((error: Error) => {
      console.error('files:', error.message);
      if (!res.headersSent) refuse(res, 500, 'Berkas tidak dapat diolah. Coba lagi.', 'The file could not be handled. Try again.');
    });
  };

  async function answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const context = await contextOf(req, res);
    const { actor } = context;
    if (!actor) return refuse(res, 401, 'Anda belum masuk.', 'You are not signed in.');
    if (req.method === 'GET') return send(req, res, context);
    if (req.method !== 'POST') return refuse(res, 405, 'Tidak dapat dilakukan di sini.', 'Not possible here.');
    if (!actor.grants.some((grant) => WRITERS.has(grant.role))) {
      return refuse(res, 403, 'Peran Anda hanya membaca.', 'Your role only reads.');
    }
    const bytes = await read(req);
    if (!bytes) return refuse(res, 413, 'Berkas lebih dari 5 MB. Perkecil dahulu.', 'The file is over 5 MB. Make it smaller.');
    const name = new URL(req.url ?? '/', 'http://x').searchParams.get('name')?.slice(0, 200) || 'berkas';
    const kind = await fileTypeFromBuffer(bytes);
    const mime = kind?.mime ?? (looksLikeText(bytes) ? 'text/csv' : null);
    if (!mime || !(ALLOWED.has(mime) || mime === 'text/csv')) {
      return refuse(res, 415, 'Jenis berkas ini tidak diterima. Pakai foto, PDF, XLSX atau CSV.', 'This kind of file is not accepted. Use a photo, PDF, XLSX or CSV.');
    }
    let dhash: bigint | null = null;
    if (mime.startsWith('image/')) {
      try {
        dhash = await differenceHash(bytes);
      } catch {
        return refuse(res, 415, 'Foto ini rusak. Ambil lagi.', 'This photo is damaged. Take it again.');
      }
    }
    const sha256 = await kit.files.put(bytes);
    const id = randomUUID();
    await kit.db.prisma.storedFile.create({
      data: {
        id, sha256, dhash, name: cleanName(name), mime, size: bytes.length, uploadedBy: actor.userId, uploadedAt: kit.clock.now(),
        regencyCode: actor.grants[0]?.area.split('.').slice(0, 2).join('.') ?? kit.config.REGION_CODE,
      },
    });
    json(res, 200, { id, sha256: sha256Hex(bytes), name: cleanName(name), size: bytes.length, mime });
  }

  async function send(req: IncomingMessage, res: ServerResponse, { actor, services, rolesOf }: Context): Promise<void> {
    const id = (req.url ?? '').split('?')[0]?.slice(1) ?? '';
    const file = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? await kit.db.prisma.storedFile.findUnique({ where: { id } }) : null;
    const ports = Object.values(services as unknown as Record<string, Partial<HoldsFiles>>);
    const holders = file ? (await Promise.all(ports.map((port) => port.holdersOf?.(id) ?? []))).flat() : [];
    if (!file || !actor || !mayReadFile(actor, file.uploadedBy, holders, rolesOf)) return refuse(res, 404, 'Berkas tidak ditemukan.', 'File not found.');
    // Asked for anew each time, so that a browser which several people use shows none the files of another.
    const kept = { etag: `"${file.sha256}"`, 'cache-control': 'private, no-cache' };
    if (req.headers['if-none-match'] === kept.etag) return void res.writeHead(304, kept).end();
    const bytes = await kit.files.get(file.sha256);
    res.writeHead(200, {
      'content-type': file.mime,
      'content-length': bytes.length,
      'content-disposition': `${file.mime.startsWith('image/') || file.mime === 'application/pdf' ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      ...kept,
    });
    res.end(bytes);
  }
}

const refuse = (res: ServerResponse, status: number, id: string, en: string): void => json(res, status, { error: { id, en } });
const cleanName = (name: string): string => name.replace(/[\p{C}/\\]/gu, '_');

/** The body, or null when it is over the limit. */
async function read(req: IncomingMessage): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of req as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= FILE_LIMIT) parts.push(part);
  }
  return size > FILE_LIMIT ? null : Buffer.concat(parts);
}

const looksLikeText = (bytes: Buffer): boolean => bytes.length > 0 && !bytes.subarray(0, 4_096).includes(0);

/** 64-bit difference hash: near for pictures that look alike, so a receipt used twice is noticed. */
async function differenceHash(bytes: Buffer): Promise<bigint> {
  const pixels = await sharp(bytes, { limitInputPixels: 50_000_000 }).grayscale().resize(9, 8, { fit: 'fill' }).raw().toBuffer();
  let hash = 0n;
  for (let y = 0; y < 8; y += 1) {
    for (let x = 0; x < 8; x += 1) hash = (hash << 1n) | ((pixels[y * 9 + x] ?? 0) > (pixels[y * 9 + x + 1] ?? 0) ? 1n : 0n);
  }
  return BigInt.asIntN(64, hash);
}
