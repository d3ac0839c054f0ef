import { useMode } from '../../app-state/display-mode'
import { goTab } from '../../navigation/navigate'
import { type Tab, tabs } from '../../navigation/pages'
import { Box } from '../base/box'
import { Icon, type IconName } from '../base/icon'
import { Tap } from '../base/tap'
import { frameText } from '../../words/frame-text'

const icons: Record<Tab, IconName> = { home: 'home', services: 'grid', cases: 'doc', me: 'me' }

export function TabBar({ tab }: { tab: Tab }) {
  const elder = useMode() === 'elder'
  const words = elder ? frameText.elderTab : frameText.tab
  return (
    <Box as="nav" className="tabs" label={frameText.tabs}>
      {tabs
        .filter((one) => !elder || one !== 'services')
        .map((one) => (
          <Tap
            key={one}
            className={`tabs__tab ${one === tab ? 'tabs__tab--on' : ''}`}
            current={one === tab}
            onTap={() => goTab(one)}
          >
            <Icon name={icons[one]} />
            {words[one]}
          </Tap>
        ))}
    </Box>
  )
}
