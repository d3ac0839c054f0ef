import type { Community } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import { Icon } from '../../../shared/ui/base/icon'
import { Tap } from '../../../shared/ui/base/tap'
import { homeText } from '../text'

/** The community's name, which leads to another one. */
export const Switcher = ({ community }: { community: Community | null }) => (
  <Tap
    className="switcher"
    to={pages.communities}
    {...(community === null ? {} : { label: homeText.switchFrom(community.name) })}
  >
    {community?.name ?? homeText.choose}
    <Icon name="next" />
  </Tap>
)
