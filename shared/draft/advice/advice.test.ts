import { describe, expect, it } from 'vitest'
import { addresseesOf } from './addressees.ts'
import { type AdviceKind, adviceOn } from './advice.ts'
import { readDraft } from './read-draft.ts'
import { type AdvisedItem, readItem } from './read-item.ts'

type Case = readonly [words: string, asked: string, kinds?: string]

/** Who is asked, and which advice there is: nothing where none is written. */
const CASES: Readonly<Record<'en' | 'fr' | 'es' | 'ar', readonly Case[]>> = {
  en: [
    ['States should set out the mandate of the national rapporteur in an act of Parliament.', 'states'],
    [
      'States and national rapporteurs should prevent and combat trafficking in persons.',
      'states rapporteurs',
    ],
    ['National rapporteurs should be independent of the executive.', 'rapporteurs'],
    ['In cooperation with civil society, Governments should publish a yearly report.', 'governments'],
    ['Governments, together with the private sector, should map supply chains.', 'governments'],
    ['Parliaments must give national rapporteurs access to all data held by the police.', 'parliaments'],
    [
      'Law enforcement agencies and prosecutors should investigate, prosecute and punish traffickers.',
      'courts police',
    ],
    ['Labour inspectorates should be given a mandate to enter private homes.', 'labour-inspectorates'],
    ['Companies and trade unions are encouraged to report on forced labour.', 'businesses civil-society'],
    ['The Special Rapporteur urges States to ratify the Protocol.', 'states'],
    ['Donors are invited to fund the work of national mechanisms for at least five years.', 'donors'],
    ['The media should never show the faces of victims.', 'media'],
    ['Treaty bodies and OHCHR should share their findings with national rapporteurs.', 'un'],
    ['It is recommended that States establish a national referral mechanism.', 'states'],
    ['Ratify the Protocol.', 'states'],
    ['Ensure that victims are not punished for acts that they were made to commit.', 'states'],
    ['Border guards should be trained by civil society organizations.', 'police'],
    ['Reports should be published by national rapporteurs within a year.', 'rapporteurs'],
    ['Dentists should know the signs of exploitation.', ''],
    ['States should take measures to find victims and protect them.', 'states'],
    ['States should adopt laws that define trafficking and provide for compensation.', 'states'],
    ['States should: (a) adopt a law; (b) train judges; and (c) publish figures.', 'states'],
    ['States should develop and implement national action plans with clear indicators.', 'states'],
    ['Evaluation should cover the human rights impact of measures against trafficking.', '', 'addressee'],
    ['Victims should be protected from reprisals.', '', 'addressee'],
    ['The mandate of the national rapporteur should be set out in law.', '', 'addressee'],
    ['State institutions’ budgets should be made public.', '', 'addressee'],
    ['It is important to collect comparable data.', '', 'addressee'],
    ['Data protection in shelters.', '', 'no-request'],
    ['Bodies that evaluate policy need a statutory basis.', 'others', 'no-request'],
    ['States should adopt a law on compensation and train judges in its use.', 'states', 'two-actions'],
    ['Ratify the Protocol and establish an independent rapporteur.', 'states', 'two-actions'],
    [
      'States should adopt a law. Parliaments should review it every year.',
      'states parliaments',
      'two-actions',
    ],
    ['States may wish to consider a levy on visas.', 'states', 'weak'],
    ['States should consider establishing a fund for victims.', 'states', 'weak'],
    ['States must adopt a law and are invited to train judges.', 'states', 'mixed two-actions'],
  ],
  fr: [
    ['Les États devraient adopter une loi sur l’indemnisation des victimes.', 'states'],
    [
      'Les gouvernements et les parlements doivent garantir l’indépendance du rapporteur national.',
      'governments parliaments',
    ],
    ['La Rapporteuse spéciale exhorte les États à ratifier le Protocole.', 'states'],
    ['Il est recommandé aux États de créer un mécanisme d’orientation.', 'states'],
    [
      'Les inspections du travail devraient pouvoir entrer dans les domiciles privés.',
      'labour-inspectorates',
    ],
    ['Les entreprises sont encouragées à publier leurs chaînes d’approvisionnement.', 'businesses'],
    ['Les forces de l’ordre et les procureurs devraient recevoir une formation commune.', 'courts police'],
    ['Les donateurs sont invités à financer les rapporteurs nationaux.', 'donors'],
    ['Ratifier le Protocole.', 'states'],
    ['Veiller à ce que les victimes ne soient pas punies.', 'states'],
    ['Les rapports devraient être publiés par les rapporteurs nationaux.', 'rapporteurs'],
    ['Les États devraient prendre des mesures pour repérer les victimes et les protéger.', 'states'],
    ['Les États devraient élaborer et mettre en œuvre un plan d’action national.', 'states'],
    ['L’évaluation devrait porter sur les droits de l’homme.', '', 'addressee'],
    ['Les victimes devraient être protégées contre les représailles.', '', 'addressee'],
    ['Il convient de recueillir des données comparables.', '', 'addressee'],
    ['Protection des données dans les foyers.', '', 'no-request'],
    ['Les États devraient adopter une loi sur la traite et former les juges.', 'states', 'two-actions'],
    ['Les États devraient envisager la création d’un fonds.', 'states', 'weak'],
    ['Les États souhaiteront peut-être créer un fonds.', 'states', 'weak'],
  ],
  es: [
    ['Los Estados deberían aprobar una ley sobre la indemnización de las víctimas.', 'states'],
    ['Se exhorta a los Estados a que ratifiquen el Protocolo.', 'states'],
    ['La Relatora Especial insta a los Estados a ratificar el Protocolo.', 'states'],
    ['Se recomienda a los gobiernos que establezcan un mecanismo de derivación.', 'governments'],
    [
      'Los parlamentos y los tribunales deben garantizar la independencia de la relatoría.',
      'parliaments courts',
    ],
    ['Las inspecciones de trabajo deberían poder entrar en los domicilios.', 'labour-inspectorates'],
    ['Las empresas y la sociedad civil están invitadas a compartir sus datos.', 'businesses civil-society'],
    ['Los medios de comunicación no deberían mostrar el rostro de las víctimas.', 'media'],
    ['Ratificar el Protocolo.', 'states'],
    ['Velar por que no se castigue a las víctimas.', 'states'],
    ['Los informes deberían ser publicados por los relatores nacionales.', 'rapporteurs'],
    ['Los Estados deberían adoptar medidas para detectar a las víctimas y protegerlas.', 'states'],
    ['Los Estados deberían elaborar y aplicar un plan de acción nacional.', 'states'],
    ['La evaluación debería abarcar los derechos humanos.', '', 'addressee'],
    ['Las víctimas deberían ser protegidas contra las represalias.', '', 'addressee'],
    ['Es necesario recopilar datos comparables.', '', 'addressee'],
    ['Protección de datos en los albergues.', '', 'no-request'],
    [
      'Los Estados deberían aprobar una ley sobre la trata y capacitar a los jueces.',
      'states',
      'two-actions',
    ],
    ['Los Estados deberían considerar la creación de un fondo.', 'states', 'weak'],
    ['Tal vez los Estados deseen crear un fondo.', '', 'no-request'],
  ],
  ar: [
    ['ينبغي للدول أن تعتمد قانونا بشأن تعويض الضحايا.', 'states'],
    ['ينبغي أن تعتمد الدول قانونا بشأن تعويض الضحايا.', 'states'],
    ['يجب على الحكومات والبرلمانات أن تضمن استقلال المقرر الوطني.', 'governments parliaments'],
    ['تحث المقررة الخاصة الدول على التصديق على البروتوكول.', 'un states'],
    ['على الدول أن تنشئ آلية وطنية للإحالة.', 'states'],
    ['ينبغي لأجهزة إنفاذ القانون أن تتعاون مع المجتمع المدني.', 'police'],
    ['الشركات مدعوة إلى نشر تقارير سنوية.', 'businesses'],
    ['ينبغي لوسائط الإعلام أن تحمي هوية الضحايا.', 'media'],
    ['التصديق على البروتوكول وتنفيذه.', 'states'],
    ['ينبغي إنشاء صندوق للضحايا.', '', 'addressee'],
    ['يوصى بعقد اجتماع سنوي للمقررين الوطنيين.', '', 'addressee'],
    ['حماية البيانات.', '', 'no-request'],
    ['ينبغي للدول أن تعتمد قانونا وأن تدرب القضاة.', 'states', 'two-actions'],
    ['ينبغي للدول أن تنظر في إنشاء صندوق.', 'states', 'weak'],
  ],
}

function draft(...texts: readonly (string | Partial<AdvisedItem>)[]) {
  const items = texts.map((text, index): AdvisedItem => {
    const given = typeof text === 'string' ? { words: text } : text
    return { id: String(index + 1), type: 'recommendation', lang: 'en', words: '', ...given }
  })
  const readings = items.map(readItem)
  const whole = readDraft(readings)
  return readings.map((reading) => adviceOn(reading, whole))
}

function told(advice: ReturnType<typeof draft>[number], words: string): string[] {
  return advice.map(({ kind, from, to }) => `${kind}: ${words.slice(from, to)}`)
}

describe.each(Object.entries(CASES))('in %s', (lang, cases) => {
  it.each(cases.map(([words, asked, kinds = '']) => [words, asked, kinds] as const))(
    '“%s” asks [%s], with advice [%s]',
    (words, asked, kinds) => {
      if (kinds !== 'no-request')
        expect([...new Set(addresseesOf(words, lang).map(({ kind }) => kind))].sort()).toEqual(
          asked.split(' ').filter(Boolean).sort(),
        )
      const [advice = []] = draft({ words, lang })
      expect([...new Set(advice.map(({ kind }): AdviceKind => kind))].sort().join(' ')).toBe(kinds)
    },
  )
})

describe('in the draft as a whole', () => {
  it('what asks in another grammar than most of the draft is told of, at the words that ask', () => {
    const advice = draft(
      'States should listen to all.',
      'Ratify the Protocol.',
      'Governments should pay them.',
    )
    expect(advice.map((one) => one.map(({ kind }) => kind))).toEqual([[], ['grammar'], []])
    expect(advice[1]).toEqual([{ kind: 'grammar', from: 0, to: 6, data: { draft: 'report' } }])
  })

  it('one recommendation of each grammar is too few to tell', () => {
    expect(draft('States should listen to all.', 'Ratify the Protocol.').flat()).toEqual([])
  })

  it('an acronym is told of where it is used first, and nowhere once it is spelled out before', () => {
    const first = 'States should fund the NRM.'
    const spelled = 'States should set up a national referral mechanism (NRM).'
    expect(told(draft(first, spelled, first)[0] ?? [], first)).toEqual(['acronym: NRM'])
    expect(draft(first, spelled)[0]?.[0]?.data).toEqual({ name: 'NRM', spelledOut: '2' })
    expect(draft(spelled, first, first).flat()).toEqual([])
  })

  it.each([
    'States and the ILO should work with NGOs, the OSCE and UNODC.',
    'States should follow annex III of document A/HRC/26/37/Add.1.',
    'STATES SHOULD RATIFY THE PROTOCOL.',
    'States should set up an NRM (national referral mechanism).',
  ])('“%s” holds no acronym that nobody knows', (words) => {
    expect(
      draft(words)
        .flat()
        .filter(({ kind }) => kind === 'acronym'),
    ).toEqual([])
  })

  it('the rarer of two names of one concept is told of, with the other one', () => {
    const words = 'Governments should hear survivors.'
    const advice = draft('States should protect victims.', 'States should pay victims.', words)
    expect(told(advice[2] ?? [], words)).toEqual(['term: survivors'])
    expect(advice[2]?.[0]?.data).toEqual({ name: 'survivors', preferred: 'victims' })
  })

  it.each([
    ['names side by side', 'States should hear victims and survivors.'],
    [
      'the name of an institution',
      'States should hear the National Rapporteur on Trafficking in Human Beings.',
    ],
  ])('%s are told apart on purpose', (_, words) => {
    expect(draft('States should end trafficking in persons and hear victims.', words)[1]).toEqual([])
  })

  it('names in different languages are no two names', () => {
    const french = { words: 'Les États devraient entendre les survivants.', lang: 'fr' }
    expect(draft('States should hear victims.', french).flat()).toEqual([])
  })
})

describe('length', () => {
  const many = (count: number) => `States should ${'hear many words '.repeat(count)}.`.replace(' .', '.')

  it('a sentence of more than 60 words is called long, from the word where it becomes so', () => {
    expect(draft(many(19)).flat()).toEqual([])
    expect(draft(many(20))[0]).toMatchObject([{ kind: 'long', data: { words: 62, of: 'sentence' } }])
  })

  it('an item of more than 100 words is called long once, however long its sentences are', () => {
    expect(draft(many(40))[0]).toMatchObject([{ kind: 'long', data: { words: 122, of: 'item' } }])
  })

  it('a heading is never long, and asks nobody for anything', () => {
    expect(draft({ words: many(40), type: 'heading' }).flat()).toEqual([])
  })
})

describe('what is not judged', () => {
  it('an empty item', () => expect(draft('', ' \n ').flat()).toEqual([]))

  it('who is asked, in paragraphs', () => {
    expect(draft({ words: 'Evaluation should cover everything.', type: 'paragraph' }).flat()).toEqual([])
  })

  it('the manner of asking in a language whose manner is not known', () => {
    expect(draft({ words: 'Государства должны принять закон.', lang: 'ru' }).flat()).toEqual([])
  })
})
