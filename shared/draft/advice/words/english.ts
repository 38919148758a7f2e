import type { LanguageWords } from './language-words.ts'

/** Asking in English. */
export const ENGLISH: LanguageWords = {
  asked: {
    1: 'must | shall | are required to | is required to | are obliged to | is obliged to',
    2: 'should | ought to | need to | needs to',
    3: 'are urged to | is urged to | are strongly urged to | is strongly urged to',
    4: 'are called upon to | is called upon to | are called on to | is called on to',
    5: 'are encouraged to | is encouraged to | are strongly encouraged to | is strongly encouraged to',
    6: 'are invited to | is invited to | are requested to | is requested to',
    7: 'may wish to | might wish to | may want to | may consider | might consider | could consider',
  },
  asking: {
    2: 'recommends that | recommended that | we recommend that | participants recommend* that',
    3: 'urges | we urge | participants urge*',
    4: 'calls upon | calls on | we call upon | we call on | participants call* upon',
    5: 'encourages | we encourage | participants encourage*',
    6: 'invites | we invite | participants invite*',
  },
  impersonal:
    'it is necessary to | it is important to | it is essential to | it is crucial to | there should be | there must be | there is a need to | there is a need for | it would be useful to',
  until: 'to | that | should',
  actors: {
    states: 'state* part* | states | state | member state* | countr*',
    governments: 'government* | ministr* | ministers | minister | government agencies | cabinet',
    authorities:
      'authorities | competent authorit* | public bod* | public institution* | public authorit* | local authorit* | municipalit* | public administration* | agencies | institutions | local government*',
    rapporteurs:
      'national rapporteur* | rapporteur* | equivalent mechanism* | national coordinator* | national mechanism* | mechanisms | mechanism | monitoring bod* | evaluation bod* | national human rights institution* | human rights institution*',
    parliaments:
      'parliament* | national parliament* | legislature* | legislator* | lawmaker* | legislative bod* | members of parliament | congress',
    courts:
      'court* | judge* | judiciary | judicial authorit* | prosecutor* | public prosecutor* | prosecution service* | prosecution | prosecuting authorit* | prosecutorial authorit* | magistrate*',
    police:
      'law enforcement | law enforcement agenc* | law enforcement offic* | law enforcement authorit* | law enforcement bod* | police | police officer* | police service* | police force* | border guard* | border police | border authorit* | immigration authorit* | immigration offic*',
    'labour-inspectorates':
      'labour inspect* | labor inspect* | labour inspection service* | labor inspection service*',
    businesses:
      'private sector | compan* | large compan* | business* | business enterprise* | business sector | employer* | corporation* | transnational corporation* | enterprise* | recruitment agenc* | financial institution* | banks | online platform* | industry | investors',
    'civil-society':
      'civil society | civil society organi* | civil society actor* | non governmental organi* | ngos | ngo | trade union* | unions | workers organi* | employers organi* | faith based organi* | religious leader* | academi* | universit* | service provider* | victim support organi*',
    un: 'united nations | united nations agenc* | united nations entit* | united nations system | un | un agenc* | special rapporteur* | special procedure* | human rights council | treaty bod* | ohchr | unodc | high commissioner* | iom | ilo | unhcr | unicef | international organi* | international community | general assembly | security council',
    regional:
      'regional organi* | regional bod* | regional mechanism* | european union | european commission | african union | council of europe | osce | ecowas | asean | subregional organi*',
    donors: 'donor* | donor countr* | donor state* | donor government* | development partner* | funders',
    media: 'media | journalist* | press | media outlet* | media organi* | media compan* | broadcaster*',
    others:
      'school* | teacher* | hospital* | health service* | health worker* | health professional* | health care provider* | embass* | consulate* | consular service* | consular offic* | diplomatic mission* | shelter* | social service* | social worker* | child protection service* | practitioner* | professionals | expert* | stakeholder* | participant* | we | parties | bodies | committee* | commission* | researcher* | cities | official* | partner* | everyone | all actors | actors | ombuds* | interpreter* | lawyer* | bar association* | guardians',
  },
  prepositions:
    'of | for | by | to | with | on | in | from | about | against | among | between | through | under | within | towards | concerning | regarding | into | at | upon | via | without | during | as | toward | per | when | where | while | if | given | following | after | before',
  subordinators:
    'that | which | who | whom | whose | so | where | when | whether | how | if | because | while | unless | until | may | can | could | will | would | whereby | what | including',
  coordinators: 'and | or | but',
  verbs: `abolish | accede | accelerate | accept | acknowledge | adapt | address | adjust | adopt | advance | allocate
    | allow | amend | analyse | analyze | appoint | apply | approve | ascertain | assess | assign | assist | avoid
    | ban | bring | broaden | build | carry | change | clarify | collaborate | collect | combat | commit | compile
    | complete | comply | conclude | conduct | consider | consolidate | consult | continue | contribute | convene
    | cooperate | coordinate | create | criminalise | criminalize | decriminalise | decriminalize | dedicate
    | define | deliver | design | designate | detect | develop | devote | discuss | disseminate | document | draft
    | draw | earmark | educate | eliminate | empower | enable | enact | encourage | end | enforce | engage
    | enhance | enlarge | ensure | equip | eradicate | establish | evaluate | examine | exchange | exempt | expand
    | expedite | exercise | explore | extend | facilitate | finalise | finalize | finance | formulate | foster
    | fund | give | grant | guarantee | guide | halt | harmonise | harmonize | hold | identify | implement
    | improve | incorporate | increase | inform | initiate | inspect | institute | institutionalise
    | institutionalize | integrate | intensify | introduce | invest | investigate | invite | involve | issue | join
    | keep | launch | lead | maintain | make | mandate | map | mobilise | mobilize | monitor | negotiate | notify
    | observe | offer | operate | organise | organize | participate | pay | penalise | penalize | permit | plan
    | prepare | present | prevent | prioritise | prioritize | prohibit | promote | prosecute | protect | provide
    | publicise | publicize | publish | punish | pursue | put | raise | ratify | reaffirm | receive | recognise
    | recognize | recommend | reconsider | record | recruit | redouble | reduce | refer | refine | reform | refrain
    | regulate | reinforce | release | remove | repeal | replace | report | request | require | research | resource
    | respect | respond | restrict | revise | review | revoke | safeguard | sanction | secure | seek | send | set
    | share | sign | simplify | spread | standardise | standardize | step | stop | strengthen | strive | study
    | submit | supervise | support | suspend | sustain | tackle | take | task | train | transfer | translate
    | treat | undertake | update | upgrade | uphold | use | verify | withdraw | work
    | find | help | see | learn | understand | leave | escape | reach | meet | get | speak | hear | ask | answer | follow`,
  doubtful: `address | advance | ban | change | combat | conduct | contract | document | draft | draw | end | exchange
    | exercise | finance | fund | guarantee | guide | halt | hold | increase | issue | lead | mandate | map | offer
    | pay | permit | plan | present | process | record | release | report | request | research | resource | respect
    | review | safeguard | sanction | secure | set | share | sign | spread | step | stop | study | support | task
     | transfer | treat | update | upgrade | use | work | present | further | complete  
     | reform  | design`,
  determiners:
    'a | an | the | their | its | all | any | each | every | these | this | those | such | it | them | other | more | on | up | out | to | how | that | with | for | in',
  adverbs:
    'also | further | always | never | urgently | immediately | regularly | fully | effectively | systematically | not | jointly | then | thereby | actively | promptly | therefore | either | both | where | appropriate',
  weak: 'consider | strive | endeavour | endeavor | try to | seek to | attempt to | aim to | make efforts to | explore the possibility of',
  things: `data | law | laws | mandate | mandates | report | reports | policy | policies | plan | plans | programme
    | programmes | program | programs | measure | measures | fund | funds | budget | budgets | training
    | victims | victim | children | child | survivors | convention | conventions | protocol | protocols | strategy
    | strategies | service | services | indicator | indicators | statistics | resources | standards | procedures
    | guidelines | rights | penalties | framework | frameworks | information | findings | recommendations | efforts
    | awareness | research | approach | approaches | system | systems | campaigns | agreements | definitions | results
    | databases | database | work | access | remedies | support | attention | emphasis | steps | action | actions`,
  thingEndings: /(?:tion|sion|ment|ance|ence|ity|ing|ness|ship|ism)s?$/,
  passiveEndings:
    /(?:.{2}ed|^(?:given|made|taken|kept|put|set|held|built|drawn|written|paid|met|found|brought|left|done|shown|seen|sent|led|sought|borne|undertaken))$/,
  beings: 'be | been',
  agents: 'by',
  head: 'last',
}
