import '../components/task-desk.css'
import { useRouter } from '@tarojs/taro'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { staffText } from '../../../shared/staff/staff-text'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Box } from '../../../shared/ui/base/box'
import { Page } from '../../../shared/ui/page/page'
import { DeskTaskBody } from '../components/task-body'
import { deskText } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

export default function DeskTaskPage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  return (
    <Page title={deskText.title} wide>
      <Box className="td">
        <FindHere />
        {me === null ? (
          <SignInFirst help={staffText.signInHelp} returnTo={pages.deskTask(id)} />
        ) : (
          <DeskTaskBody id={id} />
        )}
      </Box>
    </Page>
  )
}
