import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { endedBecause } from '../../../shared/session/session'
import { useSignal } from '../../../shared/app-state/signal'
import { useConsent } from '../../../shared/agreements/use-consent'
import { AgreeBox } from '../../../shared/agreements/agree-box'
import { Box } from '../../../shared/ui/base/box'
import { Page } from '../../../shared/ui/page/page'
import { DemoPeople } from '../components/demo-people'
import { PhoneSignIn } from '../components/phone-sign-in'
import { WechatSignIn } from '../components/wechat-sign-in'
import { goAfterwardsTo } from '../enter'
import { identityText } from '../text'
import { Lead } from '../../../shared/ui/lead'

export default function SignInPage() {
  const { to } = useRouter().params
  const ended = useSignal(endedBecause)
  const consent = useConsent()
  useEffect(() => goAfterwardsTo(to === undefined ? null : decodeURIComponent(to)), [to])
  return (
    <Page title={identityText.hello}>
      {ended !== null && (
        <Box className="notice-box" role="alert">
          {ended}
        </Box>
      )}
      <Lead picture="room" title={identityText.welcome}>
        {identityText.help}
      </Lead>
      <AgreeBox consent={consent} />
      {process.env.TARO_ENV === 'weapp' && <WechatSignIn consent={consent} />}
      <PhoneSignIn consent={consent} />
      <DemoPeople consent={consent} />
    </Page>
  )
}
