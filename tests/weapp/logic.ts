/** The logic layer: a realm with WeChat's globals and CommonJS by relative path, as a phone has it. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'

interface Module {
  exports: unknown
}
type Body = (require: (id: string) => unknown, module: Module, exports: unknown) => void

export function createLogic(own: Record<string, unknown>) {
  const globals = vm.createContext({ setTimeout, clearTimeout, setInterval, clearInterval, ...own })
  const modules = new Map<string, Module>()

  function load(file: string): unknown {
    const name = file.endsWith('.js') ? file : `${file}.js`
    const known = modules.get(name)
    if (known) return known.exports
    const module: Module = { exports: {} }
    modules.set(name, module)
    const code = `(function (require, module, exports) {${readFileSync(name, 'utf8')}\n})`
    const body = vm.runInContext(code, globals, { filename: name }) as Body
    body((id) => load(path.resolve(path.dirname(name), id)), module, module.exports)
    return module.exports
  }
  /** Makes an object of the realm's own. */
  const parse = vm.runInContext('JSON.parse', globals) as (json: string) => unknown
  return { globals, parse, load }
}
