import { fold } from './fold.ts'
import type { NameLanguage } from './name-language.ts'

/** The regions that meetings of the United Nations usually go by; what a set-up calls otherwise stays as it is typed. */
const REGIONS: readonly Readonly<Record<NameLanguage, string>>[] = [
  { en: 'Africa', fr: 'Afrique', es: 'África', ar: 'أفريقيا' },
  { en: 'Americas', fr: 'Amériques', es: 'Américas', ar: 'الأمريكتان' },
  { en: 'Asia', fr: 'Asie', es: 'Asia', ar: 'آسيا' },
  { en: 'Asia-Pacific', fr: 'Asie-Pacifique', es: 'Asia y el Pacífico', ar: 'آسيا والمحيط الهادئ' },
  {
    en: 'Asia and the Pacific',
    fr: 'Asie et Pacifique',
    es: 'Asia y el Pacífico',
    ar: 'آسيا والمحيط الهادئ',
  },
  { en: 'Eastern Europe', fr: 'Europe orientale', es: 'Europa Oriental', ar: 'أوروبا الشرقية' },
  { en: 'Europe', fr: 'Europe', es: 'Europa', ar: 'أوروبا' },
  {
    en: 'Latin America and the Caribbean',
    fr: 'Amérique latine et Caraïbes',
    es: 'América Latina y el Caribe',
    ar: 'أمريكا اللاتينية ومنطقة البحر الكاريبي',
  },
  { en: 'Middle East', fr: 'Moyen-Orient', es: 'Oriente Medio', ar: 'الشرق الأوسط' },
  {
    en: 'Middle East and North Africa',
    fr: 'Moyen-Orient et Afrique du Nord',
    es: 'Oriente Medio y Norte de África',
    ar: 'الشرق الأوسط وشمال أفريقيا',
  },
  { en: 'North America', fr: 'Amérique du Nord', es: 'América del Norte', ar: 'أمريكا الشمالية' },
  { en: 'Oceania', fr: 'Océanie', es: 'Oceanía', ar: 'أوقيانوسيا' },
  {
    en: 'Western Europe and Others',
    fr: 'Europe occidentale et autres États',
    es: 'Europa Occidental y otros Estados',
    ar: 'أوروبا الغربية ودول أخرى',
  },
]

/** Gives a region, written by the set-up in any of the languages, in another; as it is written where it is not known. */
export function regionName(region: string, language: NameLanguage): string {
  const wanted = fold(region)
  const known = REGIONS.find((names) => Object.values(names).some((name) => fold(name) === wanted))
  return known?.[language] ?? region.trim()
}
