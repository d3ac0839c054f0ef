/** Where a service is named in files that exist: as many as docs/adding-a-service.md says, and no more. */
import type { Named } from './new-service-noun'

/**
 * What is put into a file behind the first place that looks like `after`. Lists are found however they are wrapped, and
 * grow at their end.
 */
export interface Insert {
  file: string
  after: RegExp
  text: string
}

const contracts = 'bff/contracts/src'

const shapes = ({ noun, kebab, camel }: Named): Insert[] => [
  {
    file: `${contracts}/cases.ts`,
    after: /^import .* from '\.\/follow-up-case'\n/m,
    text: `import { ${camel}Case, ${camel}Declaration, ${camel}Detail } from './${kebab}-case'\n`,
  },
  {
    file: `${contracts}/cases.ts`,
    after: /caseType = z\.enum\(\[[^\]]*?(?=,?\s*\])/,
    text: `, '${noun}'`,
  },
  {
    file: `${contracts}/cases.ts`,
    after: /follow_up: followUpDeclaration,\n(?: {2}\w+: \w+Declaration,\n)*/,
    text: `  ${noun}: ${camel}Declaration,\n`,
  },
  {
    file: `${contracts}/cases.ts`,
    after: /caseSummary = z\.union\(\[[^\]]*?(?=,\s*ownCase)/,
    text: `, ${camel}Case`,
  },
  {
    file: `${contracts}/cases.ts`,
    after: /caseDetail = z\.union\(\[[^\]]*?(?=,\s*z\.extend\(ownCase)/,
    text: `, ${camel}Detail`,
  },
]

const endpoints = ({ kebab, camel }: Named): Insert[] => [
  {
    file: `${contracts}/catalogue.ts`,
    after: /^import .* from '\.\/catalogue-care'\n/m,
    text: `import { ${camel}Catalogue } from './catalogue-${kebab}'\n`,
  },
  {
    file: `${contracts}/catalogue.ts`,
    after: /^ {2}\.\.\.careCatalogue,\n(?: {2}\.\.\.\w+,\n)*/m,
    text: `  ...${camel}Catalogue,\n`,
  },
]

const lists = ({ kebab, camel, Pascal }: Named): Insert[] => [
  {
    file: 'bff/src/kinds.ts',
    after: /^import .*programmes\/kind'\n/m,
    text: `import { ${camel}Kind } from './modules/${kebab}s/kind'\n`,
  },
  {
    file: 'bff/src/kinds.ts',
    after: /kinds: readonly Kind\[\] = \[[^\]]*?(?=,?\s*\])/,
    text: `, ${camel}Kind`,
  },
  {
    file: 'bff/src/app.ts',
    after: /^import .*programmes\/routes'\n/m,
    text: `import { mount${Pascal}s } from './modules/${kebab}s/routes'\n`,
  },
  {
    file: 'bff/src/app.ts',
    after: /^const features = \[[^\]]*?(?=,?\s*\])/m,
    text: `, mount${Pascal}s`,
  },
  {
    file: 'miniapp/src/faces.ts',
    after: /^import .*follow-up\/face'\n/m,
    text: `import { ${camel}Face } from './features/${kebab}s/face'\n`,
  },
  { file: 'miniapp/src/faces.ts', after: /faces = \[[^\]]*?(?=,?\s*\])/, text: `, ${camel}Face` },
]

const access = ({ kebab, camel }: Named): Insert[] => [
  {
    file: 'tests/integration/access/rows.ts',
    after: /^import .*'\.\/survey-rows'\n/m,
    text: `import { ${camel}Rows } from './${kebab}-rows'\n`,
  },
  {
    file: 'tests/integration/access/rows.ts',
    after: /^ {2}\.\.\.surveyRows,\n(?: {2}\.\.\.\w+,\n)*/m,
    text: `  ...${camel}Rows,\n`,
  },
]

export const insertsFor = (service: Named): Insert[] => [
  ...shapes(service),
  ...endpoints(service),
  ...lists(service),
  ...access(service),
]

/**
 * The files that exist, as they are afterwards; nothing is written.
 * @throws when one of them does not look as it did, so that the service has no place in it
 */
export function withService(service: Named, read: (file: string) => string): Record<string, string> {
  const texts: Record<string, string> = {}
  for (const { file, after, text } of insertsFor(service)) {
    const before = texts[file] ?? read(file)
    const found = after.exec(before)
    if (!found) throw new Error(`${file} has changed: ${String(after)} is not there any more.`)
    const at = found.index + found[0].length
    texts[file] = before.slice(0, at) + text + before.slice(at)
  }
  return texts
}
