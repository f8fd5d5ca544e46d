// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTest>

#include "ui/campaign_document.h"

using namespace heliograph;
using namespace heliograph::ui;

class CampaignDocumentTest final : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void typingIsOneStepAndAnotherFieldASecond() {
    CampaignDocument document({});
    document.setName(QStringLiteral("S"));
    document.setName(QStringLiteral("Sp"));
    document.setMessage("Hi");
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    QCOMPARE(document.campaign().message, QByteArray());
    QCOMPARE(document.campaign().name, QStringLiteral("Sp"));
    document.undoStack().undo();
    QCOMPARE(document.campaign().name, QString());
  }

  void everyStepIsNamed() {
    CampaignDocument document({});
    const auto name = [&document] { return document.undoStack().undoText(); };
    document.setName(QStringLiteral("Spring"));
    QCOMPARE(name(), QStringLiteral("change of name"));
    document.setMessage("H");
    QCOMPARE(name(), QStringLiteral("typing"));
    document.setMessage("Hi, pasted");
    QCOMPARE(name(), QStringLiteral("change of message"));
    document.setMessage("Hi, paste");
    QCOMPARE(name(), QStringLiteral("deletion"));
    document.setRoute({QStringLiteral("provider"), 3});
    QCOMPARE(name(), QStringLiteral("change of provider"));
    document.setAudience(campaign::Audience::everybody());
    QCOMPARE(name(), QStringLiteral("change of audience"));
    document.setPurpose(campaign::Purpose::Transactional);
    QCOMPARE(name(), QStringLiteral("change of purpose"));
    document.setWhen(schedule::OnPublish{});
    QCOMPARE(name(), QStringLiteral("change of time"));
    document.restore({}, QStringLiteral("restoring of today 14:02"));
    QCOMPARE(name(), QStringLiteral("restoring of today 14:02"));
  }

  void aChoiceTakenBackLeavesNoStep() {
    CampaignDocument document({});
    document.setRoute({QStringLiteral("provider"), 3});
    document.endStep();
    document.setRoute({});
    QCOMPARE(document.undoStack().count(), 0);
  }

  void rulesThatAreTakenBackCanBeHadAgain() {
    CampaignDocument document({});
    document.setAudience(campaign::Audience::rules({}));
    document.endStep();
    document.setAudience({});
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    QCOMPARE(document.campaign().audience.kind, campaign::Audience::Kind::Rules);
  }

  void goingElsewhereEndsTheTyping() {
    CampaignDocument document({});
    document.setName(QStringLiteral("S"));
    document.endStep();
    document.setName(QStringLiteral("Sp"));
    QCOMPARE(document.undoStack().count(), 2);
  }

  void undoTellsWhereTheTextChanged() {
    campaign::Campaign campaign;
    campaign.message = "H\xC3\xA9 you";
    CampaignDocument document(campaign);
    QList<ChangeEvent> events;
    connect(&document, &CampaignDocument::changed, this, [&events](const ChangeEvent& event) { events << event; });
    document.setMessage("H\xC3\xA9 to you");
    document.undoStack().undo();
    document.undoStack().redo();
    QCOMPARE(events[1].offset, 4);
    QCOMPARE(events[2].offset, 7);
  }

  void restoringIsOneStepAndKeepsIdAndRevision() {
    campaign::Campaign campaign;
    campaign.id = CampaignId{7};
    campaign.revision = 4;
    campaign.name = QStringLiteral("Now");
    CampaignDocument document(campaign);
    campaign::Campaign earlier = campaign;
    earlier.revision = 2;
    earlier.name = QStringLiteral("Earlier");
    earlier.message = "Earlier";
    document.restore(earlier, QStringLiteral("restoring"));
    QCOMPARE(document.campaign().name, QStringLiteral("Earlier"));
    QCOMPARE(document.campaign().revision, 4);
    document.setRevision(5);
    document.undoStack().undo();
    QCOMPARE(document.campaign().name, QStringLiteral("Now"));
    QCOMPARE(document.campaign().id, CampaignId{7});
    QCOMPARE(document.campaign().revision, 5);
  }

  void takingTheFilesVersionCanBeUndone() {
    CampaignDocument document({});
    document.setName(QStringLiteral("Mine"));
    campaign::Campaign theirs;
    theirs.name = QStringLiteral("Theirs");
    theirs.revision = 9;
    document.adopt(theirs);
    QCOMPARE(document.campaign().name, QStringLiteral("Theirs"));
    QCOMPARE(document.campaign().revision, 9);
    document.undoStack().undo();
    QCOMPARE(document.campaign().name, QStringLiteral("Mine"));
    QCOMPARE(document.campaign().revision, 9);
  }

  void typingThatEndsWhereItBeganLeavesNoStep() {
    CampaignDocument document({});
    document.setName(QStringLiteral("S"));
    document.setName(QString());
    QCOMPARE(document.undoStack().count(), 0);
  }

  void settingWhatStandsThereChangesNothing() {
    CampaignDocument document({});
    QSignalSpy changed(&document, &CampaignDocument::changed);
    document.setWhen(schedule::NotChosen{});
    QCOMPARE(changed.count(), 0);
    QCOMPARE(document.undoStack().count(), 0);
  }

  void eventsTellTheFieldAndTheCause() {
    CampaignDocument document({});
    QList<ChangeEvent> events;
    connect(&document, &CampaignDocument::changed, this, [&events](const ChangeEvent& event) { events << event; });
    document.setWhen(schedule::OnPublish{});
    document.undoStack().undo();
    document.undoStack().redo();
    document.restore({}, QStringLiteral("restoring"));
    using Cause = ChangeEvent::Cause;
    QCOMPARE(events, (QList<ChangeEvent>{{CampaignField::When, Cause::Edit},
                                         {CampaignField::When, Cause::Undo},
                                         {CampaignField::When, Cause::Redo},
                                         {CampaignField::Everything, Cause::Edit}}));
  }
};

QTEST_GUILESS_MAIN(CampaignDocumentTest)
#include "campaign_document_test.moc"
