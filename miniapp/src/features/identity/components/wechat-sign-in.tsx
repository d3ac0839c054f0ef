import type { Consent } from '../../../shared/agreements/use-consent'
import { agreedOf } from '../agreed-of'
import { useSignInByWechat } from '../api'
import { deviceName } from '../device-name'
import { identityText } from '../text'
import { WechatStep } from './wechat-step'

/** A session for whoever WeChat says it is. */
export function WechatSignIn({ consent }: { consent: Consent }) {
  const signIn = useSignInByWechat()
  return (
    <WechatStep
      go={identityText.wechat}
      silent={identityText.wechatSilent}
      problem={signIn.error}
      reset={signIn.reset}
      allowed={consent.demand}
      send={(code, onSettled) =>
        signIn.mutate(
          { body: { code, device: deviceName(), ...agreedOf(consent) } },
          { onSettled, onError: consent.refused },
        )
      }
    />
  )
}
