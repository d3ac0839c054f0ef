import '../components/account-desk.css'
import { pages } from '../../../shared/navigation/pages'
import { useNow } from '../../../shared/time/use-now'
import { Answered } from '../../../shared/ui/answers/answered'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Scoped } from '../../../shared/staff/scoped'
import { useProposed } from '../api'
import { How } from '../components/how'
import { WaitingCard } from '../components/waiting-card'
import { accountText } from '../text'

/** Numbers that change and accounts that become one at the counter: what waits for the second member of staff. */
export default function AccountDeskPage() {
  return (
    <Scoped
      title={accountText.title}
      returnTo={pages.deskAccounts}
      className="ad"
      opens="work"
      bar={() => <Button to={pages.proposeNumber}>{accountText.create}</Button>}
    >
      {(grant) => <Shown key={grant.division} division={grant.division} />}
    </Scoped>
  )
}

function Shown({ division }: { division: string }) {
  const now = useNow()
  const query = useProposed(division)
  return (
    <Box className="ad__columns">
      <Answered query={query} blocks={[64, 64]}>
        {({ numbers }) =>
          numbers.length > 0 ? (
            <WaitingCard all={numbers} now={now} />
          ) : (
            <Blank picture="tea" title={accountText.empty} help={accountText.emptyHelp} />
          )
        }
      </Answered>
      <Box className="ad__side">
        <How />
      </Box>
    </Box>
  )
}
