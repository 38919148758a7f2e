import type { LanguageWords } from './language-words.ts'

/** Asking in Spanish. *Exhortar* is "to call upon", *instar* "to urge". */
export const SPANISH: LanguageWords = {
  asked: {
    1: 'deben | debe | deberán | deberá | están obligad* a | está obligad* a | han de | ha de | tienen que | tiene que',
    2: 'deberían | debería',
    3: 'son instad* a | es instad* a',
    4: 'son exhortad* a | es exhortad* a',
    5: 'son alentad* a | es alentad* a',
    6: 'están invitad* a | está invitad* a | son invitad* a',
    7: 'tal vez deseen | podrían desear | quizá deseen | quizás deseen | podrían considerar | podría considerar | podrían estudiar | tal vez desee',
  },
  asking: {
    2: 'se recomienda | recomienda | recomiendan | recomendamos',
    3: 'insta | instan | instamos | se insta | urge | encarece',
    4: 'exhorta | exhortan | exhortamos | se exhorta | hace un llamamiento | se pide | pide',
    5: 'alienta | alientan | alentamos | se alienta | anima | se anima',
    6: 'invita | invitan | invitamos | se invita | solicita | se solicita',
  },
  impersonal:
    'es necesario | es importante | es preciso | es esencial | es fundamental | es imprescindible | hay que | conviene | convendría | cabe | debe haber | debería haber | hace falta | se deben | se debe | se deberían | se debería | se deberá | se deberán',
  until: 'que',
  actors: {
    states:
      'estados partes | estados parte | estado parte | estados | estado | estados miembros | países | país',
    governments: 'gobierno* | ministerio* | ministro* | ministra*',
    authorities:
      'autoridad* | autoridades competentes | poderes públicos | organismos públicos | municipi* | administraciones | administraciones públicas | instituciones | autoridades locales',
    rapporteurs:
      'relator* nacional* | relator* | mecanismo* equivalente* | mecanismo* | mecanismos nacionales | coordinador* nacional* | instituciones nacionales de derechos humanos',
    parliaments:
      'parlamento* | congreso* | legislador* | asambleas legislativas | parlamentari* | órganos legislativos',
    courts:
      'tribunal* | juez | jueces | fiscal | fiscales | fiscalía* | magistrad* | poder judicial | autoridades judiciales | ministerio público',
    police:
      'policía* | fuerzas del orden | fuerzas de seguridad | cuerpos de seguridad | agentes del orden | fuerzas policiales | guardias fronteriz* | autoridades de inmigración | servicios de policía',
    'labour-inspectorates': 'inspec* de trabajo | inspec* del trabajo | inspec* laboral*',
    businesses:
      'sector privado | empresa* | grandes empresas | empleador* | agencias de contratación | instituciones financieras | bancos | sector empresarial',
    'civil-society':
      'sociedad civil | organizaciones de la sociedad civil | organizaciones no gubernamentales | ong | sindicato* | universidades | proveedores de servicios | asociaciones',
    un: 'naciones unidas | organismos de las naciones unidas | onu | relator* especial* | consejo de derechos humanos | órganos de tratados | órganos creados en virtud de tratados | alto comisionado | acnudh | unodc | oim | oit | acnur | organizaciones internacionales | comunidad internacional | asamblea general',
    regional:
      'organizaciones regionales | unión europea | unión africana | consejo de europa | osce | oea | organismos regionales | mecanismos regionales',
    donors: 'donante* | países donantes | asociados para el desarrollo',
    media: 'medios de comunicación | medios | prensa | periodista*',
    others:
      'escuela* | docentes | hospitales | profesionales | servicios de salud | servicios sociales | embajadas | consulados | servicios consulares | albergues | refugios | expert* | partes interesadas | participantes | partes | nosotros | órganos | comité* | comision* | agentes | actores | asociados | abogados | intérpretes | funcionarios',
  },
  prepositions:
    'de | del | a | al | por | para | con | en | sobre | bajo | entre | contra | hacia | sin | según | tras | durante | mediante | si | cuando | como | desde',
  subordinators:
    'que | quien | quienes | cual | cuales | cuyo* | cuya* | donde | cuando | si | como | para | sin | incluid* | fin | modo',
  coordinators: 'y | e | o | u | pero',
  verbs: `abolir | abordar | abstenerse | acelerar | actualizar | adherirse | adoptar | ampliar | analizar | aplicar
    | apoyar | aprobar | armonizar | asegurar | asignar | asistir | aumentar | ayudar | brindar | capacitar | castigar
    | celebrar | colaborar | combatir | compartir | completar | concertar | concluir | conceder | consolidar | consultar
    | continuar | contribuir | convocar | cooperar | coordinar | crear | cumplir | dar | definir | derogar | desarrollar
    | designar | despenalizar | destinar | detectar | difundir | divulgar | dotar | efectuar | ejecutar | elaborar
    | eliminar | emprender | encargar | enjuiciar | enmendar | entablar | erradicar | establecer | estudiar | evaluar
    | evitar | examinar | exigir | facilitar | financiar | firmar | fomentar | formar | formular | fortalecer
    | garantizar | hacer | identificar | impartir | impedir | implementar | implicar | impulsar | incluir | incorporar
    | incrementar | informar | iniciar | instaurar | instituir | integrar | intensificar | intercambiar | introducir
    | invertir | investigar | invitar | levantar | limitar | llevar | lograr | luchar | mantener | mejorar | modificar
    | movilizar | nombrar | notificar | obtener | ofrecer | organizar | otorgar | participar | permitir | perseguir
    | planificar | poner | preparar | presentar | prestar | prevenir | prever | procesar | prohibir | promover
    | promulgar | proporcionar | proseguir | proteger | publicar | ratificar | realizar | recabar | recibir | recoger
    | recopilar | reconocer | reducir | reforzar | reformar | regular | remitir | respetar | responder | retirar
    | revisar | sancionar | seguir | sensibilizar | simplificar | suministrar | supervisar | suprimir | suspender
    | tener | tipificar | tomar | trabajar | tramitar | transmitir | utilizar | velar | verificar | vigilar`,
  doubtful: '',
  determiners:
    'el | la | los | las | un | una | unos | unas | su | sus | a | al | de | todo | todos | toda | todas | este | esta | estos | estas',
  adverbs:
    'también | no | regularmente | plenamente | sistemáticamente | inmediatamente | además | siempre | asimismo | se | mejor | periódicamente | activamente',
  weak: 'considerar la posibilidad | estudiar la posibilidad | considerar | procurar | intentar | tratar de | esforzarse',
  things: `datos | ley | leyes | mandato | mandatos | informe | informes | política | políticas | plan | planes
    | programa | programas | fondos | presupuesto | presupuestos | víctimas | víctima | niños | niñas | convención
    | convenio | estrategia | estrategias | servicios | indicadores | estadísticas | recursos | normas | procedimientos
    | directrices | derechos | penas | marco | recomendaciones | esfuerzos | resultados | acuerdos | atención | acceso
    | seguimiento | apoyo | ayuda | trabajo | medidas | legislación`,
  thingEndings: /(?:cion|sion|miento|ancia|encia|dad|aje|ismo|ura)(?:es|s)?$/,
  passiveEndings: /(?:.{2}[ai]d[oa]s?|^(?:hech[oa]s?|puest[oa]s?|escrit[oa]s?|vist[oa]s?))$/,
  beings: 'ser | estar',
  agents: 'por',
  head: 'first',
}
