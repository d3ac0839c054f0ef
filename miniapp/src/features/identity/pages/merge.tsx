import { useState } from 'react'
import { goTab, replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import type { ProblemError } from '../../../shared/http/problem'
import { useMe } from '../../../shared/session/session'
import { say } from '../../../shared/ui/page/say'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { ConfirmStep } from '../../../shared/forms/confirm-step'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Page } from '../../../shared/ui/page/page'
import { useJoinByPhone, useJoinByWechat } from '../api'
import { takeCarried } from '../carried'
import { AtCounter } from '../components/at-counter'
import { PhoneForm } from '../components/phone-form'
import { WechatStep } from '../components/wechat-step'
import { identityText } from '../text'
import { Lead } from '../../../shared/ui/lead'

/** Two accounts of one person become one; what becomes one is said before. */
export default function MergePage() {
  const me = useMe()
  return (
    <Page title={identityText.mergeTitle}>
      {me === null ? (
        <SignInFirst help={identityText.guestHelp} returnTo={pages.mergeAccounts} />
      ) : (
        <>
          <Lead picture="law" title={identityText.mergeWhat} />
          <Card>
            <Box as="ul">
              {identityText.mergePoints.map((point) => (
                <Box as="li" key={point}>
                  {point}
                </Box>
              ))}
            </Box>
          </Card>
          {process.env.TARO_ENV === 'weapp' && <ByWechat />}
          <ByPhone />
        </>
      )}
    </Page>
  )
}

function merged() {
  say(identityText.merged)
  goTab('me')
}

function ByPhone() {
  const [first] = useState(takeCarried)
  const join = useJoinByPhone(merged)
  return (
    <>
      <Box as="p" className="muted">
        {first === null ? identityText.mergeHow : identityText.mergeKept}
      </Box>
      <PhoneForm
        name="merge"
        label={identityText.mergePhone}
        go={identityText.mergeTitle}
        first={first}
        use={{
          busy: join.isPending,
          problem: join.error,
          reset: join.reset,
          submit: (phone, code) => join.mutate({ body: { phone, code } }),
        }}
        onward={(problem, proven) =>
          problem.code === 'confirm_needed' ? (
            <ConfirmStep
              why={identityText.mergeWhy}
              busy={join.isPending}
              onDone={() => join.mutate({ body: proven })}
            />
          ) : (
            onward(problem)
          )
        }
      />
    </>
  )
}

function ByWechat() {
  const join = useJoinByWechat(merged)
  return (
    <WechatStep
      go={identityText.mergeWechat}
      silent={identityText.mergeWechatSilent}
      problem={join.error}
      reset={join.reset}
      send={(code, onSettled) => join.mutate({ body: { code } }, { onSettled })}
      onward={
        join.error?.code === 'confirm_needed' ? (
          <ConfirmStep
            why={identityText.mergeWhy}
            busy={false}
            onDone={() => {
              join.reset()
              say(identityText.mergeWechatAgain)
            }}
          />
        ) : (
          join.error !== null && onward(join.error)
        )
      }
    >
      <Box as="p" className="muted">
        {identityText.mergeWechatHelp}
      </Box>
    </WechatStep>
  )
}

/** What cannot be decided by a telephone goes on at the counter; a number without an account is simply taken. */
function onward({ code }: ProblemError) {
  if (code === 'join_needs_counter') return <AtCounter bring={identityText.counterBring} />
  if (code !== 'join_nothing') return null
  return <Button onTap={() => replaceWith(pages.phone)}>{identityText.mergeToPhone}</Button>
}
