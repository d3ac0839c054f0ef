import '../components/desk.css'
import type { CaseDetail } from '@linli/contracts/cases'
import { useRouter } from '@tarojs/taro'
import { deskParts } from '../../../desk-parts'
import { knowDeskParts } from '../../../shared/cases/desk-parts'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Page } from '../../../shared/ui/page/page'
import { useDeskCase } from '../api'
import { CaseBody } from '../components/case-body'
import { DecideCase as Decide } from '../../../shared/cases/decide-case'
import { Earlier } from '../components/earlier'
import { deskText } from '../text'
import { FindHere } from '../../../shared/staff/find-in'

knowDeskParts(deskParts)

export default function DeskCasePage() {
  const { id = '' } = useRouter().params
  const query = useDeskCase(id)
  const now = useNow()
  const one = query.data
  return (
    <Page title={deskText.facts} bar={one === undefined ? undefined : <CaseBar one={one} />}>
      <FindHere />
      <Answered query={query} blocks={[140, 120, 160]}>
        {(shown) => <CaseBody one={shown} now={now} />}
      </Answered>
    </Page>
  )
}

const CaseBar = ({ one }: { one: CaseDetail }) => (
  <>
    <Earlier open={one.id} />
    <Decide one={one} />
  </>
)
