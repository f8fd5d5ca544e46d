// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "audience/people/person_facts.h"
#include "ui/services.h"
#include "ui/widgets/surface.h"

class QScrollArea;
class QStackedWidget;

namespace heliograph::ui {

class Button;
class Chip;
class ElidedLabel;
class Initial;
class Label;
class PeopleMenu;
class QuestionCard;
class PersonAbout;
class PersonEventList;
class PersonMessageList;
class SegmentedChoice;

/// The pane beside the list: who was chosen, all that is known of them, what they did and what they were sent; of
/// several, what can be done with all.
class PersonPane final : public Surface {
  Q_OBJECT
 public:
  PersonPane(Services& services, PeopleMenu& menu, QWidget* parent = nullptr);

  /// Nobody hides what the pane holds.
  void showPeople(const std::vector<audience::Profile>& people);
  /// Reads the one who is shown again.
  void reload();
  [[nodiscard]] QuestionCard& question() { return *m_question; }
  /// Puts the keyboard where one chooses what is shown of a person.
  void focusParts();

 Q_SIGNALS:
  void campaignRequested(heliograph::CampaignId campaign);

 private:
  enum Part { AboutPart, EventsPart, MessagesPart };
  QWidget* makeHead();
  QWidget* makeParts();
  QWidget* makeButtons();
  void showHead();
  void showPart();
  void readFacts();

  Services& m_services;
  PeopleMenu& m_menu;
  std::vector<audience::Profile> m_people;
  quint64 m_generation = 0;
  QWidget* m_inside;
  Initial* m_initial = nullptr;
  ElidedLabel* m_name = nullptr;
  Label* m_line = nullptr;
  Chip* m_standing = nullptr;
  Chip* m_test = nullptr;
  Chip* m_colleague = nullptr;
  SegmentedChoice* m_choice = nullptr;
  QWidget* m_parts = nullptr;
  QScrollArea* m_scroll = nullptr;
  QStackedWidget* m_stack = nullptr;
  PersonAbout* m_about = nullptr;
  PersonEventList* m_events = nullptr;
  PersonMessageList* m_messages = nullptr;
  QWidget* m_space = nullptr;
  Button* m_markTest = nullptr;
  Button* m_optOut = nullptr;
  QWidget* m_buttons = nullptr;
  QuestionCard* m_question;
};

}  // namespace heliograph::ui
