import * as z from 'zod/mini'
import { instant } from './common'
import { agreedVersions, textVersion } from './agreed'
import { endpoint } from './endpoint'

/** What a deployment says about itself; the first two are agreed to. */
export const textKind = z.enum(['privacy', 'terms', 'processors', 'help', 'about'])
export type TextKind = z.infer<typeof textKind>

const textHead = z.object({
  kind: textKind,
  title: z.string(),
  version: textVersion,
  effectiveAt: instant,
})
export type TextHead = z.infer<typeof textHead>

/** A piece of a text. Words are words: nothing in them is ever taken for mark-up. */
export const textBlock = z.union([
  z.object({ kind: z.literal('heading'), text: z.string() }),
  z.object({ kind: z.literal('paragraph'), text: z.string() }),
  z.object({ kind: z.literal('list'), items: z.array(z.string()) }),
])
export type TextBlock = z.infer<typeof textBlock>

const texts = z.object({
  /** Of each kind the version that is in effect now. */
  texts: z.array(textHead),
  /** Published, and not in effect yet. */
  coming: z.array(textHead),
  /** What has to be agreed to now. */
  agree: agreedVersions,
  /** Who runs this deployment, how they are reached, and under which number they are registered. */
  operator: z.nullable(z.string()),
  contact: z.nullable(z.string()),
  registration: z.nullable(z.string()),
  software: z.object({ version: z.string(), license: z.string() }),
})
export type Texts = z.infer<typeof texts>

export const listTexts = endpoint({
  method: 'GET',
  path: '/texts',
  summary: 'The texts of this deployment: which versions are in effect, which are coming, and who runs it',
  reply: texts,
})

export const getText = endpoint({
  method: 'GET',
  path: '/texts/:kind',
  summary: 'One text, in pieces; without a version the one that is in effect',
  params: z.object({ kind: textKind }),
  query: z.object({
    version: z.optional(
      z.pipe(z.pipe(z.string().check(z.regex(/^\d{1,6}$/)), z.transform(Number)), textVersion),
    ),
  }),
  reply: z.extend(textHead, { blocks: z.array(textBlock) }),
  problems: ['not_found'],
})
export type DeploymentText = z.infer<typeof getText.reply>

const ownAgreements = z.object({
  /** Newest first. */
  agreed: z.array(z.extend(textHead, { agreedAt: instant })),
  /** Nothing else is open until these are agreed to; empty when all is. */
  needed: z.array(textHead),
})
export type OwnAgreements = z.infer<typeof ownAgreements>

export const listAgreements = endpoint({
  method: 'GET',
  path: '/me/agreements',
  summary: 'Which versions of the texts I agreed to, and which wait for me',
  reply: ownAgreements,
  beforeAgreement: true,
})

export const agree = endpoint({
  method: 'POST',
  path: '/me/agreements',
  summary: 'Agree to the texts that are in effect, by their versions',
  body: z.object({ agreed: agreedVersions }),
  reply: ownAgreements,
  repeatable: 'natural',
  beforeAgreement: true,
})
