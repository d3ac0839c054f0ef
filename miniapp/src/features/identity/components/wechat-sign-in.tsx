import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Box } from '../../../shared/ui/base/box'
import { Card } from '../../../shared/ui/card'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/refusal'
import { useSignInByWechat } from '../api'
import { deviceName } from '../device-name'
import { identityText } from '../text'

const timeoutMs = 10_000

/** A code from WeChat, then a session for it from the service; either of them may fail, in its own words. */
export function WechatSignIn() {
  const signIn = useSignInByWechat()
  const [state, setState] = useState<'ready' | 'busy' | 'silent'>('ready')
  const start = async () => {
    setState('busy')
    signIn.reset()
    try {
      const { code } = await Taro.login({ timeout: timeoutMs })
      signIn.mutate({ body: { code, device: deviceName() } }, { onSettled: () => setState('ready') })
    } catch {
      setState('silent')
    }
  }
  return (
    <Card>
      <Refusal problem={signIn.error} />
      {state === 'silent' && (
        <Box className="notice-box" role="alert">
          {identityText.wechatSilent}
        </Box>
      )}
      <Button busy={state === 'busy'} onTap={() => void start()}>
        {identityText.wechat}
      </Button>
    </Card>
  )
}
