/** Where a service is named in files that exist: as many as docs/adding-a-service.md says, and no more. */

/** A service's noun, in each form in which files call it. */
export interface Named extends Readonly<Record<string, string>> {
  /** On the row of a case, e.g. `key_handover`. */
  noun: string
  /** As people say it, e.g. 报修. */
  name: string
  /** Of files, e.g. `key-handover`. */
  kebab: string
  camel: string
  Pascal: string
  /** Of case numbers. */
  PREFIX: string
}

/** What is put into a file, behind the first place that looks like `after`. */
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
  { file: `${contracts}/cases.ts`, after: /z\.enum\(\['booking'.*?(?=\]\))/, text: `, '${noun}'` },
  {
    file: `${contracts}/cases.ts`,
    after: /follow_up: followUpDeclaration,\n/,
    text: `  ${noun}: ${camel}Declaration,\n`,
  },
  {
    file: `${contracts}/cases.ts`,
    after: /caseSummary = z\.union\(\[[^\]]*?(?=,\s*ownCase)/,
    text: `, ${camel}Case`,
  },
  { file: `${contracts}/cases.ts`, after: /followUpCaseDetail,\n/, text: `  ${camel}Detail,\n` },
]

const endpoints = ({ kebab, camel, Pascal }: Named): Insert[] => [
  {
    file: `${contracts}/catalogue.ts`,
    after: /^import \* as programmes .*\n/m,
    text: `import * as ${camel}s from './${kebab}s'\n`,
  },
  {
    file: `${contracts}/catalogue.ts`,
    after: /^ {2}deskList: cases\.deskList,\n/m,
    text: ['request', 'complete', 'refuse', 'cancel']
      .map((action) => `  ${action}${Pascal}: ${camel}s.${action}${Pascal},\n`)
      .join(''),
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
    after: /bookingKind, enrolmentKind, followUpKind/,
    text: `, ${camel}Kind`,
  },
  {
    file: 'bff/src/app.ts',
    after: /^import .*programmes\/routes'\n/m,
    text: `import { mount${Pascal}s } from './modules/${kebab}s/routes'\n`,
  },
  { file: 'bff/src/app.ts', after: /^ {2}mountFeedback,\n/m, text: `  mount${Pascal}s,\n` },
  {
    file: 'miniapp/src/faces.ts',
    after: /^import .*follow-up\/face'\n/m,
    text: `import { ${camel}Face } from './features/${kebab}s/face'\n`,
  },
  {
    file: 'miniapp/src/faces.ts',
    after: /bookingFace, enrolmentFace, followUpFace/,
    text: `, ${camel}Face`,
  },
]

const access = ({ kebab, camel }: Named): Insert[] => [
  {
    file: 'tests/integration/access/rows.ts',
    after: /^import .*'\.\/survey-rows'\n/m,
    text: `import { ${camel}Rows } from './${kebab}-rows'\n`,
  },
  {
    file: 'tests/integration/access/rows.ts',
    after: /^ {2}\.\.\.surveyRows,\n/m,
    text: `  ...${camel}Rows,\n`,
  },
]

export const insertsFor = (service: Named): Insert[] => [
  ...shapes(service),
  ...endpoints(service),
  ...lists(service),
  ...access(service),
]
