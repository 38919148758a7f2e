import { Quote } from 'lucide-react'
import { useNavigate } from 'react-router'
import { parseLevel } from '../../../shared/meeting/attribution.ts'
import { ATTRIBUTION_LEVELS } from '../../../shared/meeting/facts.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuSection } from '../../ui/menu.tsx'
import { useShownLevel } from './shown-level.ts'

/** How closely proposers are shown, so that people see what a document will say; for who drafts, the way to what led nowhere. */
export function DraftSourcesMenu() {
  const { t } = useText()
  const { id, may } = useMeeting()
  const navigate = useNavigate()
  const [level, choose] = useShownLevel(id)
  return (
    <Menu
      label={t('draft.sourcesMenu')}
      placement="bottom end"
      trigger={
        <Button icon={Quote} variant="quiet">
          {t('draft.sourcesMenu')}
        </Button>
      }
    >
      <MenuSection
        title={t('draft.showProposers')}
        selected={level}
        onSelect={(chosen) => choose(parseLevel(chosen) ?? level)}
      >
        {ATTRIBUTION_LEVELS.map((each) => (
          <MenuItem key={each} id={each}>
            {t(`export.level.${each}`)}
          </MenuItem>
        ))}
      </MenuSection>
      {may('read-drafting') && (
        <MenuSection title={t('coverage.fromNotes')}>
          <MenuItem onAction={() => navigate(`/m/${id}/coverage`)}>{t('coverage.title')}</MenuItem>
        </MenuSection>
      )}
    </Menu>
  )
}
