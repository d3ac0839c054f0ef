import type { SignupDetail } from '@linli/contracts/signup-case'
import type { CodeKey } from '@linli/contracts/signups'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Field } from '../../../shared/forms/field'
import { momentWords } from '../../../shared/time/time-words'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { Fact } from '../../../shared/ui/row'
import { useEnter, useSignup, useSignupKey } from '../api'
import { readPicture, volunteerPicture } from '../code'
import { CodePicture } from '../components/code-picture'
import { canScan, scan } from '../scan'
import { doorText } from '../text'
import { useCode } from '../use-code'

/** Coming and going, as the volunteer says it: by the organiser's code, or with their own for the organiser to read. */
export default function MinePage() {
  const { id = '' } = useRouter().params
  const signup = useSignup(id)
  return (
    <Page title={doorText.mine}>
      <Box className="dc-page">
        <Answered query={signup} blocks={[220, 360]}>
          {(one) => <Shown one={one} />}
        </Answered>
      </Box>
    </Page>
  )
}

function Shown({ one }: { one: SignupDetail }) {
  const key = useSignupKey(one.id)
  const { cameAt, leftAt } = one.facts
  return (
    <>
      <Said one={one} />
      {cameAt !== null && leftAt !== null ? null : (
        <Answered query={key} blocks={[220, 360]}>
          {(given) => (
            <>
              <Enter one={one} />
              <Own id={one.id} given={given} heardAt={key.dataUpdatedAt} />
            </>
          )}
        </Answered>
      )}
    </>
  )
}

/** What is known already. */
function Said({ one }: { one: SignupDetail }) {
  const now = useNow()
  const { cameAt, leftAt } = one.facts
  return (
    <Card title={one.title}>
      {cameAt !== null && <Fact name={doorText.cameAt}>{momentWords(cameAt, now)}</Fact>}
      {leftAt !== null && <Fact name={doorText.leftAt}>{momentWords(leftAt, now)}</Fact>}
      {cameAt !== null && leftAt !== null && <Box>{doorText.both}</Box>}
    </Card>
  )
}

function Enter({ one }: { one: SignupDetail }) {
  const [digits, setDigits] = useState('')
  const way = one.facts.cameAt === null ? 'in' : 'out'
  const enter = useEnter(() => {
    setDigits('')
    say(way === 'in' ? doorText.saidCame : doorText.saidWent)
  })
  const send = (code: string) => enter.mutate({ params: { id: one.id }, body: { code, way } })
  const read = async () => {
    const text = await scan()
    if (text === undefined) return
    const found = readPicture(text)
    if (found?.of === 'screen' && found.id === one.facts.taskId) send(found.code)
    else say(doorText.noCode)
  }
  const code = digits.replace(/\D/g, '')
  return (
    <Card title={doorText.enterTitle}>
      {canScan && (
        <Button look="ghost" busy={enter.isPending} onTap={() => void read()}>
          {doorText.scan}
        </Button>
      )}
      <Field
        id="door-code"
        kind="code"
        label={doorText.digits}
        help={doorText.enterHelp}
        maxLength={9}
        value={digits}
        onInput={setDigits}
      />
      <Refusal problem={enter.error} />
      <Button
        busy={enter.isPending}
        needs={code.length === 8 ? null : doorText.needsDigits}
        onTap={() => send(code)}
      >
        {way === 'in' ? doorText.cameNow : doorText.wentNow}
      </Button>
    </Card>
  )
}

/** Shown for the organiser to read; by the service's clock, whatever this phone's says. */
function Own({ id, given, heardAt }: { id: string; given: CodeKey; heardAt: number }) {
  const { code, seconds } = useCode(given, heardAt)
  return (
    <Card title={doorText.mineTitle}>
      <Box className="muted">{doorText.mineHelp}</Box>
      <CodePicture content={volunteerPicture(id, code)} code={code} seconds={seconds} />
    </Card>
  )
}
