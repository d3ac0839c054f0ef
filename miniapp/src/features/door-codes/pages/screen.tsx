import type { CodeKey } from '@linli/contracts/signups'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { Answered } from '../../../shared/ui/answers/answered'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { useBring, useTaskKey } from '../api'
import { isCodeAt, organiserPicture, personKey, readPicture } from '../code'
import { CodePicture } from '../components/code-picture'
import { canScan, scan } from '../scan'
import { doorText } from '../text'
import { useCode } from '../use-code'

/** What the organiser shows at the door, and with what they read the codes of others. */
export default function ScreenPage() {
  const { id = '' } = useRouter().params
  const query = useTaskKey(id)
  return (
    <Page title={doorText.screen} wide>
      <Box className="dc-page dc-page--screen">
        <Answered query={query} blocks={[360]}>
          {(given) => <Shown id={id} given={given} heardAt={query.dataUpdatedAt} />}
        </Answered>
      </Box>
    </Page>
  )
}

function Shown({ id, given, heardAt }: { id: string; given: CodeKey; heardAt: number }) {
  const { clock, code, seconds } = useCode(given, heardAt)
  return (
    <>
      <Card>
        <Box className="muted">{doorText.screenHelp}</Box>
        <CodePicture content={organiserPicture(id, code)} code={code} seconds={seconds} />
      </Card>
      {canScan && <Reader id={id} taskKey={given.key} clock={clock} />}
      <Button look="ghost" to={pages.deskTask(id)}>
        {doorText.list}
      </Button>
    </>
  )
}

const ways = [
  { value: 'in', word: doorText.came },
  { value: 'out', word: doorText.went },
] as const

/** Looks at a code by itself, so that it is known at once whether it is good, also without a network. */
function Reader({ id, taskKey, clock }: { id: string; taskKey: string; clock: () => number }) {
  const [way, setWay] = useState<'in' | 'out'>('in')
  const [fault, setFault] = useState<string | null>(null)
  const bring = useBring(() => say(doorText.readWell))
  const read = async () => {
    const text = await scan()
    if (text === undefined) return
    const found = readPicture(text)
    // When it was read: whoever scans may have waited for somebody for minutes.
    const at = clock()
    if (found?.of !== 'own') return setFault(doorText.noCode)
    if (!isCodeAt(personKey(taskKey, found.id), found.code, at)) return setFault(doorText.notTheirs)
    setFault(null)
    const mark = { caseId: found.id, way, at: new Date(at).toISOString(), code: found.code }
    bring.mutate({ params: { id }, body: { marks: [mark] } })
  }
  return (
    <Card title={doorText.read}>
      <Box className="muted">{doorText.readHelp}</Box>
      <Choice label={doorText.way} options={ways} chosen={way} onChoose={setWay} />
      {fault !== null && (
        <Box role="alert" className="field__fault">
          {fault}
        </Box>
      )}
      <Refusal problem={bring.error} />
      <Button busy={bring.isPending} onTap={() => void read()}>
        {doorText.read}
      </Button>
    </Card>
  )
}
