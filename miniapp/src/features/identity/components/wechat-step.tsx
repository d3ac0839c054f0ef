import Taro from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import type { ProblemError } from '../../../shared/http/problem'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { privacyAuthorised } from '../../../shared/device/wechat-privacy'
import { identityText } from '../text'

const timeoutMs = 10_000

interface Props {
  /** What its button says. */
  go: string
  /** What is said when WeChat does not answer. */
  silent: string
  problem: ProblemError | null
  reset: () => void
  /** Says whether it may begin; where not, it has said why. */
  allowed?: () => boolean
  send: (code: string, onSettled: () => void) => void
  /** The way on from a refusal. */
  onward?: ReactNode
  children?: ReactNode
}

/** A code from WeChat, then what the service makes of it; either of them may fail, in its own words. */
export function WechatStep({ go, silent, problem, reset, allowed, send, onward, children }: Props) {
  const [state, setState] = useState<'ready' | 'busy' | 'silent' | 'declined'>('ready')
  const start = async () => {
    if (allowed?.() === false) return
    setState('busy')
    reset()
    if (!(await privacyAuthorised())) return setState('declined')
    try {
      const { code } = await Taro.login({ timeout: timeoutMs })
      send(code, () => setState('ready'))
    } catch {
      setState('silent')
    }
  }
  return (
    <Card>
      <Refusal problem={problem}>{onward}</Refusal>
      {state === 'silent' && (
        <Box className="notice-box" role="alert">
          {silent}
        </Box>
      )}
      {state === 'declined' && (
        <Box className="notice-box" role="alert">
          {identityText.wechatDeclined}
        </Box>
      )}
      {children}
      <Button busy={state === 'busy'} onTap={() => void start()}>
        {go}
      </Button>
    </Card>
  )
}
