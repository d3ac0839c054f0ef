import type { AdviserList } from '@linli/contracts/adviser'
import { useRouter } from '@tarojs/taro'
import { SafePage } from '../../../shared/matters/safe-page'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { adviserGrants } from '../../../shared/staff/grants'
import { useNow } from '../../../shared/time/use-now'
import { Detail } from '../components/detail'
import { NoAdviser } from '../components/no-adviser'

const lists: readonly AdviserList[] = ['mine', 'desk', 'handed', 'done']

/** On a phone: one matter of the queue. */
export default function MatterPage() {
  const { id = '', in: named } = useRouter().params
  const now = useNow()
  const list = lists.find((one) => one === named) ?? 'mine'
  const advises = adviserGrants(useMe()).length > 0
  if (!advises || id === '') {
    return (
      <SafePage>
        <NoAdviser returnTo={pages.adviserMatters} />
      </SafePage>
    )
  }
  const moved = () => replaceWith(list === 'desk' ? pages.adviserMatter(id, 'mine') : pages.adviserMatters)
  return (
    <Detail key={`${list} ${id}`} id={id} list={list} now={now} onMoved={moved}>
      {({ body, bar }) => <SafePage bar={bar}>{body}</SafePage>}
    </Detail>
  )
}
