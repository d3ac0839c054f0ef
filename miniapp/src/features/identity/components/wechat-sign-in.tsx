import { useSignInByWechat } from '../api'
import { deviceName } from '../device-name'
import { identityText } from '../text'
import { WechatStep } from './wechat-step'

/** A session for whoever WeChat says it is. */
export function WechatSignIn() {
  const signIn = useSignInByWechat()
  return (
    <WechatStep
      go={identityText.wechat}
      silent={identityText.wechatSilent}
      problem={signIn.error}
      reset={signIn.reset}
      send={(code, onSettled) => signIn.mutate({ body: { code, device: deviceName() } }, { onSettled })}
    />
  )
}
