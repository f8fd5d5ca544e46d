// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/ids.h"
#include "ui/services.h"

class QScrollArea;

namespace heliograph::ui {

class Button;
class FirstTest;
class PhonePreview;
class StepCard;

/// The page of a workspace without campaigns: from nothing to a test message in three steps, each of which says how far
/// it is. The next one has the primary button.
class FirstSteps final : public QWidget {
  Q_OBJECT
 public:
  explicit FirstSteps(Services& services, QWidget* parent = nullptr);

  /// Looks anew what is there.
  void refresh();
  /// Whether the test was just sent from here: the page stays until the person goes on.
  [[nodiscard]] bool isDone() const { return m_done; }

 Q_SIGNALS:
  void importRequested();
  void sampleRequested();
  void addProviderRequested();
  void sandboxRequested();
  /// Opens the draft that was made here.
  void openRequested(heliograph::CampaignId draft);
  void newRequested();
  /// The person is done here: show the list.
  void listRequested();
  void failed(const QString& why);

 private:
  struct Facts {
    qint64 people = 0;
    QString person;    ///< identity of somebody
    QString provider;  ///< the one that sends; empty: none
    bool sandbox = false;
  };
  static Result<Facts> read(const Services& services);

  QWidget* makeSteps();
  void makeContacts();
  void makeProvider();
  void makeTest();
  void useSandbox();
  void show(const Facts& facts);
  using QWidget::show;

  Services& m_services;
  bool m_done = false;
  int m_next = 0;  ///< the step that has the focus
  StepCard* m_contacts;
  StepCard* m_provider;
  StepCard* m_testCard;
  Button* m_import = nullptr;
  Button* m_sandbox = nullptr;
  QScrollArea* m_scroll;
  FirstTest* m_test;
  PhonePreview* m_phone;
  QWidget* m_pane = nullptr;
};

}  // namespace heliograph::ui
