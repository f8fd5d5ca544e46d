// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QFutureWatcher>
#include <QTimer>

#include "campaign/campaign.h"
#include "delivery/test_messages/test_send.h"
#include "items/route_list_model.h"
#include "ui/services.h"

class QComboBox;

namespace heliograph::ui {

class Button;
class EventValues;
class Label;
class PersonField;
class RouteCombo;
class TestMessage;
class TestRecipients;
class TestResults;

/// What some people would get, sent to them as a test, and the provider's answers in its own words.
class TestSendDialog final : public QDialog {
  Q_OBJECT
 public:
  /// `asIdentity` is a person who is offered; empty for nobody. With `provider` only that one is tested.
  TestSendDialog(Services& services, const campaign::Campaign& campaign, const QString& asIdentity,
                 std::optional<ProviderId> provider = {}, QWidget* parent = nullptr);
  /// Those who weren't sent to yet get nothing any more.
  ~TestSendDialog() override;

  /// Proposes a copy of the message, from 0.
  void setCopy(int copy);

 Q_SIGNALS:
  /// Tests were sent, whatever came of them.
  void tested();

 private:
  using Sending = QFutureWatcher<Result<delivery::TestSendResult>>;

  void makeFields(const QString& asIdentity);
  QWidget* makeLeft();
  QWidget* makeFoot();
  void arrange();
  void loadProviders();
  void loadHistory();
  void loadEvent();
  void follow();
  void showPeople();
  void preview();
  void showState();
  [[nodiscard]] bool isFree() const;
  [[nodiscard]] bool isSending() const { return m_sending != nullptr; }
  [[nodiscard]] delivery::TestSendRequest request() const;
  [[nodiscard]] std::vector<delivery::TestRecipient> recipients() const;
  void send();
  void takeResult(int place);
  void finish();

  Services& m_services;
  campaign::Campaign m_campaign;
  std::optional<ProviderId> m_provider;
  items::RouteListModel m_routes;
  std::vector<providers::Route> m_free;  ///< through these nothing reaches a phone and nothing is charged
  TestRecipients* m_people;
  TestMessage* m_message = nullptr;  ///< of the test of one provider
  RouteCombo* m_through;
  QComboBox* m_copy;
  PersonField* m_as;
  EventValues* m_event;
  TestResults* m_results;
  Label* m_note;
  Button* m_send;
  QTimer m_delay;
  quint64 m_asked = 0;
  Sending* m_sending = nullptr;
};

}  // namespace heliograph::ui
