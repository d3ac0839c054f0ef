import { expect, test } from 'vitest'
import { catalogue } from '../../../bff/contracts/src/catalogue'
import type { Endpoint } from '../../../bff/contracts/src/endpoint'
import { buildApp } from '../../../bff/src/app'
import { testApp } from '../../support/app'

const app = await testApp()

interface Layer {
  path: string
  methods: string[]
}

test('the routes that are mounted are the catalogue, neither more nor less', () => {
  const layers = buildApp(app.deps).middleware.flatMap((each) =>
    'router' in each ? (each.router as { stack: Layer[] }).stack : [],
  )
  const mounted = layers
    .filter(({ path }) => path.startsWith('/v1'))
    .flatMap(({ path, methods }) => methods.filter((m) => m !== 'HEAD').map((m) => `${m} ${path}`))
  const promised = Object.values(catalogue as Record<string, Endpoint>).map((e) => `${e.method} /v1${e.path}`)
  expect(mounted.sort()).toEqual(promised.sort())
})
