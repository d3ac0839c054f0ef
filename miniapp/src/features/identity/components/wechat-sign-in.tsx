import Taro from '@tarojs/taro'
import { Card } from '../../../shared/ui/card'
import { Button } from '../../../shared/ui/button'
import { Refusal } from '../../../shared/ui/refusal'
import { useSignInByWechat } from '../api'
import { deviceName } from '../device-name'
import { identityText } from '../text'

export function WechatSignIn() {
  const signIn = useSignInByWechat()
  const start = async () => {
    const { code } = await Taro.login()
    signIn.mutate({ body: { code, device: deviceName() } })
  }
  return (
    <Card>
      <Refusal problem={signIn.error} />
      <Button busy={signIn.isPending} onTap={() => void start()}>
        {identityText.wechat}
      </Button>
    </Card>
  )
}
