/** What has to be made from sources before Linli runs: Prisma client, server bundle, the app for each platform. */
import { build } from 'esbuild'
import { join } from 'node:path'
import { root } from './paths'
import { step } from './progress.mjs'
import { run } from './run.mjs'
import { whenStale } from './stamp'
import { stopSignal } from './stopping'

export const platforms = ['h5', 'weapp', 'alipay'] as const
export type Platform = (typeof platforms)[number]

/** The client reads only the schema files; `/bin/false` keeps Prisma from fetching an engine it does not need. */
export async function generateClient(): Promise<void> {
  const artefact = {
    sources: ['prisma/schema', 'prisma/prisma.config.ts', 'prisma/package.json'],
    result: 'bff/src/generated/client.ts',
    stamp: 'bff/src/generated/.stamp',
  }
  await whenStale(artefact, () =>
    step('Generating the Prisma client', () =>
      run(process.execPath, ['node_modules/prisma/build/index.js', 'generate'], {
        cwd: join(root, 'prisma'),
        env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: '/bin/false', PRISMA_HIDE_UPDATE_MESSAGE: '1' },
      }),
    ),
  )
}

/** Bundles both processes and the command for keys into `bff/dist`; packages stay outside, workspace sources go in. */
export async function bundleServer(): Promise<void> {
  const entry = (name: string) => join(root, `bff/src/${name}.ts`)
  await step('Building the server', () =>
    build({
      entryPoints: [entry('main'), entry('worker'), entry('keys'), entry('make-safe')],
      outdir: join(root, 'bff/dist'),
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      sourcemap: true,
      logLevel: 'silent',
      plugins: [
        {
          name: 'packages-stay-outside',
          setup: ({ onResolve }) =>
            onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
              kind === 'entry-point' || path.startsWith('@linli/') ? undefined : { path, external: true },
            ),
        },
      ],
    }),
  )
}

/** Builds the mini-program for one platform into `miniapp/dist/<platform>`, unless its sources are unchanged. */
export async function buildApp(platform: Platform): Promise<void> {
  const app = ['src', 'config', 'package.json', 'babel.config.cjs', 'project.config.json', 'tsconfig.json']
  const artefact = {
    sources: [...app.map((path) => `miniapp/${path}`), 'bff/contracts/src', 'pnpm-lock.yaml'],
    // Stands in the code of a mini-program; a browser asks where it came from.
    setting: platform === 'h5' ? '' : (process.env.TARO_APP_API_ORIGIN ?? 'default'),
    result: `miniapp/dist/${platform}/${platform === 'h5' ? 'index.html' : 'app.json'}`,
    stamp: `miniapp/dist/.${platform}-stamp`,
  }
  await whenStale(artefact, () =>
    step(`Building the app (${platform})`, () =>
      run('npm', ['run', '--silent', `build:${platform}`], {
        cwd: join(root, 'miniapp'),
        env: { ...process.env, NODE_ENV: 'production' },
        signal: stopSignal,
      }),
    ),
  )
}
