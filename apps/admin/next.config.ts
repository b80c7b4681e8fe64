import { join } from 'node:path';
import type { NextConfig } from 'next';

const root = join(import.meta.dirname, '../..');

/** The host has one catch-all page; screens come from the registry as chunks of their own. */
const config: NextConfig = {
  turbopack: { root },
  outputFileTracingRoot: root,
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Checked by `nx typecheck`, once and not at every start.
  typescript: { ignoreBuildErrors: true },
};

export default config;
