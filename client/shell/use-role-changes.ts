import { useEffect, useRef } from 'react'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { useToast } from '../ui/toast.tsx'

/** Tells me once when the chair has changed what I may do here. */
export function useRoleChanges(): void {
  const { t } = useText()
  const { me } = useMeeting()
  const toast = useToast()
  const known = useRef(me.role)
  useEffect(() => {
    if (known.current === me.role) return
    known.current = me.role
    toast.show(t('shell.roleChanged', { role: t(`role.${me.role}`) }))
  }, [me.role, t, toast])
}
