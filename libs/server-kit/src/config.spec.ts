import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

const SOUND = { ANYAM_MODE: 'production', AUTH_SECRET: 'x'.repeat(44), DATABASE_URL: 'postgresql://a@b/c', PUBLIC_URL: 'https://anyam.example.go.id' };

describe('readConfig', () => {
  it('needs nothing for training', () => {
    expect(readConfig({})).toMatchObject({ ANYAM_MODE: 'training', PORT: 3000, HOST: '127.0.0.1', DATA_DIR: '.data' });
  });

  it('takes sound production settings, and an empty one as not set', () => {
    expect(readConfig({ ...SOUND, ADMIN_PASSWORD: '' }).ANYAM_MODE).toBe('production');
  });

  it.each([
    ['AUTH_SECRET', ''],
    ['AUTH_SECRET', 'pendek'],
    ['DATABASE_URL', ''],
    ['PUBLIC_URL', 'http://anyam.example.go.id'],
    ['ADMIN_PASSWORD', 'pendek'],
  ])('stops in production when %s is "%s", and says so', (key, value) => {
    expect(() => readConfig({ ...SOUND, [key]: value })).toThrow(key);
  });
});
