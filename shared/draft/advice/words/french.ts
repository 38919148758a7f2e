import type { LanguageWords } from './language-words.ts'

/** Asking in French. *Exhorter* is "to urge". */
export const FRENCH: LanguageWords = {
  asked: {
    1: 'doivent | doit | devront | devra | sont tenu* de | est tenu* de | sont tenu* d | est tenu* d',
    2: 'devraient | devrait',
    3: 'sont exhorté* à | est exhorté* à | sont instamment prié* de | est instamment prié* de | sont instamment invité* à',
    4: 'sont appelé* à | est appelé* à | sont engagé* à',
    5: 'sont encouragé* à | est encouragé* à',
    6: 'sont invité* à | est invité* à | sont prié* de | est prié* de',
    7: 'souhaiteront peut être | voudront peut être | pourraient souhaiter | pourraient envisager | pourrait envisager | pourraient vouloir',
  },
  asking: {
    2: 'recommande | recommandent | est recommandé | recommandons',
    3: 'exhorte | exhortent | exhortons | prie instamment | demande instamment | engage instamment',
    4: 'demande | demandent | appelle | appellent | engage | engagent | appelons',
    5: 'encourage | encouragent | encourageons',
    6: 'invite | invitent | invitons | prie',
  },
  impersonal:
    'il faut | il faudrait | il convient de | il convient d | il conviendrait de | il est nécessaire de | il est important de | il est essentiel de | il est indispensable de | il importe de | il y a lieu de',
  until: 'à | de | d | que | qu',
  actors: {
    states: 'etats parties | états | état | états membres | pays',
    governments: 'gouvernement* | ministère* | ministre*',
    authorities:
      'autorité* | autorités compétentes | pouvoirs publics | organismes publics | collectivités locales | municipalité* | administrations | institutions',
    rapporteurs:
      'rapporteur* nation* | rapporteur* | rapporteuse* | mécanisme* équivalent* | mécanisme* | mécanisme* nation* | coordonnateur* nation* | institutions nationales des droits de l homme',
    parliaments: 'parlement* | parlements nationaux | législateur* | organes législatifs | parlementaires',
    courts:
      'tribunaux | tribunal | juge* | procureur* | magistrat* | autorités judiciaires | pouvoir judiciaire | ministère public | parquet*',
    police:
      'police | forces de l ordre | policiers | services de police | services de répression | agents des services de répression | forces de police | garde frontière* | gardes frontière* | services d immigration',
    'labour-inspectorates': 'inspection* du travail | inspect* du travail',
    businesses:
      'secteur privé | entreprise* | grandes entreprises | société* commerciale* | employeur* | agences de recrutement | institutions financières | banques | milieux d affaires',
    'civil-society':
      'société civile | organisations de la société civile | organisations non gouvernementales | ong | syndicat* | organisations syndicales | associations | prestataires de services | universités',
    un: 'nations unies | organismes des nations unies | onu | rapporteur* spécia* | rapporteuse* spécia* | conseil des droits de l homme | organes conventionnels | haut commissariat | hcdh | onudc | oim | oit | hcr | organisations internationales | communauté internationale | assemblée générale',
    regional:
      'organisations régionales | union européenne | union africaine | conseil de l europe | osce | cedeao | organismes régionaux | mécanismes régionaux',
    donors: 'donateurs | bailleurs de fonds | pays donateurs | partenaires de développement',
    media: 'média* | médias | presse | journaliste*',
    others:
      'école* | enseignants | hôpitaux | professionnel* | services de santé | services sociaux | ambassades | consulats | services consulaires | centres d accueil | foyers | experts | parties prenantes | participants | parties | nous | organes | comité* | commission* | acteurs | partenaires | avocats | interprètes | agents',
  },
  prepositions:
    'de | du | des | d | à | au | aux | par | pour | avec | dans | en | sur | sous | entre | chez | contre | vers | sans | selon | parmi | lors | afin | si | lorsque | quand | après | avant | concernant',
  subordinators:
    'qui | que | qu | dont | où | lesquel* | laquelle | lequel | lorsque | quand | si | comme | afin | pour | sans | y compris | en vue | de manière | de façon',
  coordinators: 'et | ou | mais',
  verbs: `abolir | abroger | accélérer | accorder | accroître | adapter | adhérer | adopter | affecter | agir | aider
    | allouer | améliorer | analyser | appliquer | apporter | appuyer | assurer | augmenter | autoriser | bâtir | cesser
    | clarifier | collaborer | collecter | combattre | communiquer | compléter | conclure | conduire | confier
    | consacrer | consolider | consulter | continuer | contribuer | convoquer | coopérer | coordonner | créer
    | déclarer | définir | demander | dépénaliser | désigner | détecter | développer | diffuser | donner | doter
    | échanger | élaborer | élargir | éliminer | encourager | engager | enquêter | envisager | éradiquer | établir
    | étendre | étudier | évaluer | éviter | examiner | exiger | faciliter | faire | favoriser | financer | fixer
    | former | fournir | garantir | harmoniser | identifier | incriminer | inclure | informer | inscrire | instaurer
    | instituer | intégrer | intensifier | interdire | introduire | investir | inviter | lancer | lever | limiter
    | lutter | maintenir | mener | mettre | mobiliser | modifier | négocier | nommer | offrir | organiser | ouvrir
    | participer | permettre | poursuivre | prendre | préparer | présenter | prévenir | prévoir | procéder
    | promouvoir | promulguer | proposer | protéger | publier | punir | ratifier | recenser | recevoir | recueillir
    | réduire | réexaminer | réformer | regrouper | remédier | remettre | renforcer | rendre | repérer | réprimer
    | respecter | retirer | réviser | revoir | sanctionner | sensibiliser | signer | simplifier | soumettre
    | soutenir | suivre | supprimer | suspendre | traduire | traiter | transmettre | utiliser | veiller | vérifier
    | verser | associer | affirmer | atténuer | attribuer | charger | créer | diriger | ériger | habiliter | octroyer`,
  doubtful: '',
  determiners:
    'le | la | les | l | un | une | des | de | d | leur | leurs | à | aux | ce | ces | cette | tout | tous | toute | toutes',
  adverbs:
    'aussi | également | ne | pas | régulièrement | pleinement | systématiquement | immédiatement | en outre | ensuite | toujours | y | se | s | notamment | mieux | davantage',
  weak: 'envisager | efforcer | essayer | tenter | chercher à | étudier la possibilité | s employer à',
  things: `données | loi | lois | mandat | mandats | rapport | rapports | politique | politiques | plan | plans
    | programme | programmes | fonds | budget | budgets | victimes | victime | enfants | enfant | convention
    | stratégie | stratégies | services | indicateurs | statistiques | ressources | normes | procédures | directives
    | droits | peines | cadre | recommandations | efforts | recherche | résultats | accords | attention | accès | suivi
    | recours | dispositif | dispositifs | soutien | appui | aide | travail`,
  thingEndings: /(?:tion|sion|ment|ance|ence|ite|age|isme|ure)s?$/,
  passiveEndings: /(?:.{2}(?:ee?s?|ies?|is|its?|ites?|us?|ues?)|^(?:faits?|faites?|mis|mises?|prise?s?))$/,
  beings: 'être',
  agents: 'par',
  head: 'first',
}
