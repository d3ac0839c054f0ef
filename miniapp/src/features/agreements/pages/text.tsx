import { type TextKind, textKind } from '@linli/contracts/agreements'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { dayOf } from '../../../shared/time/shanghai'
import { fullDate } from '../../../shared/time/time-words'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { useText, useTexts } from '../api'
import { AfterText } from '../components/after-text'
import { Blocks } from '../components/blocks'
import { agreementText } from '../text'
import { Lead } from '../../../shared/ui/lead'
import { type Drawing } from '../../../shared/ui/drawing'

const pictures: Record<TextKind, Drawing> = {
  privacy: 'book',
  terms: 'book',
  processors: 'book',
  help: 'sign',
  about: 'room',
}
const kinds: readonly string[] = textKind.options

/** One text of the deployment, to be read by anybody. */
export default function TextPage() {
  const { kind: asked = '', version } = useRouter().params
  const kind = (kinds.includes(asked) ? asked : 'help') as TextKind
  const text = useText(kind, version)
  return (
    <Page title={text.data?.title ?? agreementText.titles[kind]}>
      <Answered query={text} blocks={[480]}>
        {({ blocks, version: shown, effectiveAt }) => (
          <>
            {version === undefined ? <Coming kind={kind} /> : <IsItNow kind={kind} shown={shown} />}
            <Lead picture={pictures[kind]}>{agreementText.version(shown, fullDate(dayOf(effectiveAt)))}</Lead>
            <Card>
              <Blocks blocks={blocks} />
            </Card>
            <AfterText kind={kind} />
          </>
        )}
      </Answered>
    </Page>
  )
}

/** An earlier or a coming version says so. */
function IsItNow({ kind, shown }: { kind: TextKind; shown: number }) {
  const now = useTexts().data?.texts.find((one) => one.kind === kind)
  if (now === undefined || now.version === shown) return null
  return (
    <Box className="notice-box" role="status">
      <Box>{agreementText.notNow}</Box>
      <Button look="plain" to={pages.text(kind)}>
        {agreementText.toNow}
      </Button>
    </Box>
  )
}

/** Another version is known before it takes effect. */
function Coming({ kind }: { kind: TextKind }) {
  const next = useTexts().data?.coming.find((one) => one.kind === kind)
  if (next === undefined) return null
  return (
    <Box className="notice-box" role="status">
      <Box>{agreementText.coming(fullDate(dayOf(next.effectiveAt)))}</Box>
      <Button look="plain" to={pages.text(kind, next.version)}>
        {agreementText.toComing}
      </Button>
    </Box>
  )
}
