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
